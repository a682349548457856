package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Requested;
import org.sonnerie.pbx.call.Transition;
import org.sonnerie.pbx.call.Who;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.EventLog.EventLogUnavailable;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;

/**
 * One call while it lives: takes what happened from its mailbox, asks the call machine what
 * follows, writes the event to the log, then has the effects performed. Its virtual thread owns
 * everything here but the mailbox.
 */
final class CallLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CallLoop.class);
    private static final int MAILBOX = 1_024;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final CallId id;
    private final CompanyPlan plan;
    private final Surroundings surroundings;
    private final CallEffects effects;
    private final BlockingQueue<Message> mailbox = new LinkedBlockingQueue<>(MAILBOX);
    private volatile boolean flooded;
    private volatile boolean closed;
    private Optional<Call> call = Optional.empty();
    private long sequence;
    private boolean logLost;
    private boolean broken;

    /** What can lie in the mailbox. */
    private sealed interface Message {
        /** Something happened; the future gets the call as it is afterwards. */
        record Happened(CallEvent event, CompletableFuture<Call> after) implements Message {}

        /** The future gets the call as it is when all before has been taken in. */
        record Asked(CompletableFuture<Call> now) implements Message {}

        /** A key, which may belong to a secret. */
        record Key(LegId leg, char digit) implements Message {}

        /** Work on the call's own thread. */
        record Task(Consumer<CallEffects> work) implements Message {}
    }

    /**
     * What a call's loop needs of the world.
     *
     * @param log where events are written
     * @param clock the server's clock
     * @param shown told after each step
     * @param joins asked before a person's phone rings: whether he may have one more call
     * @param order asked before a group is rung one after another
     * @param standing asks how it stands in the queue in which the call waits
     */
    record Surroundings(
            EventLog log,
            InstantSource clock,
            Consumer<Call> shown,
            Predicate<PersonId> joins,
            Function<GroupId, List<PersonId>> order,
            Runnable standing) {}

    CallLoop(CallId id, CompanyPlan plan, Surroundings surroundings, World world) {
        this.id = id;
        this.plan = plan;
        this.surroundings = surroundings;
        this.effects = new CallEffects(id, plan, world, this);
    }

    /** Continues a call that stands in the log. */
    void restore(Call restored, long lastSequence) {
        call = Optional.of(restored);
        sequence = lastSequence;
    }

    CallId id() {
        return id;
    }

    CompanyPlan plan() {
        return plan;
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    /** Whose leg it is; asked by the call's thread alone. */
    Optional<PersonId> personOf(LegId leg) {
        return call.flatMap(present -> present.leg(leg)).flatMap(Leg::person);
    }

    /** The call as it is shown to whoever is at a leg; asked by the call's thread alone. */
    Optional<CallView> viewOf(LegId leg) {
        return call.stream()
                .flatMap(present -> present.views().stream())
                .filter(view -> view.leg().equals(leg))
                .findFirst();
    }

    /** A name for whoever is at a leg; empty: he withholds his number, or is a guest. */
    Optional<String> nameOf(LegId leg) {
        return call.flatMap(present -> present.leg(leg)).flatMap(CallLoop::nameOf);
    }

    private static Optional<String> nameOf(Leg leg) {
        return switch (leg.who()) {
            case Who.Colleague(var person, var _, var _) -> Optional.of(person.text());
            case Who.Outsider(var _, var number, var _) -> number;
            case Who.Guest _ -> Optional.empty();
        };
    }

    /** Whether a person may have this call beside his others; if so he has it from now on. */
    boolean joins(PersonId person) {
        return surroundings.joins().test(person);
    }

    /** In which order the members of a group are rung now. */
    List<PersonId> order(GroupId group) {
        return surroundings.order().apply(group);
    }

    /** Asks how it stands in the queue. */
    void askQueue() {
        surroundings.standing().run();
    }

    /** Tells what happened. A full mailbox ends the call. */
    void post(CallEvent event) {
        put(new Message.Happened(event, new CompletableFuture<>()));
    }

    /** Tells what happened and gives the call as it is afterwards. */
    CompletableFuture<Call> ask(CallEvent event) {
        var after = new CompletableFuture<Call>();
        if (!put(new Message.Happened(event, after))) {
            after.completeExceptionally(new DeskRefusal(DeskRefusal.Code.NO_CAPACITY));
        }
        return after;
    }

    /** The call as it is once all that was told before has been taken in. */
    CompletableFuture<Call> look() {
        var now = new CompletableFuture<Call>();
        if (!put(new Message.Asked(now))) {
            now.completeExceptionally(new DeskRefusal(DeskRefusal.Code.NO_CAPACITY));
        }
        return now;
    }

    void press(LegId leg, char digit) {
        put(new Message.Key(leg, digit));
    }

    void perform(Consumer<CallEffects> work) {
        put(new Message.Task(work));
    }

    private boolean put(Message message) {
        boolean taken = mailbox.offer(message);
        if (!taken) {
            flooded = true;
        }
        if (closed) {
            answerRest();
        }
        return taken;
    }

    @Override
    public void run() {
        try {
            while (!over()) {
                take(Optional.ofNullable(mailbox.poll(waitNanos(), TimeUnit.NANOSECONDS)));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            answerRest();
            effects.free(call.map(Call::legs).orElse(List.of()));
        }
    }

    private void take(Optional<Message> message) {
        try {
            message.ifPresent(this::handle);
            wakeUp();
            if (flooded) {
                endFlooded();
            }
        } catch (RuntimeException defect) {
            endBroken(defect);
        }
    }

    /** A defect ends the one call that met it, and all of it: no leg stays half alive. */
    private void endBroken(RuntimeException defect) {
        LOG.error("call={} met a defect and ends", id, defect);
        broken = true;
        try {
            endEveryLeg();
        } catch (RuntimeException again) {
            LOG.error("call={} could not end as calls do", id, again);
        }
    }

    private boolean over() {
        return broken || call.map(Call::ended).orElse(false);
    }

    private long waitNanos() {
        var now = now();
        var wait = LONGEST_WAIT;
        var deadline = call.flatMap(Call::deadline);
        if (deadline.isPresent()) {
            wait = shorter(wait, Duration.between(now, deadline.get()));
        }
        var secret = effects.secretDeadline();
        if (secret.isPresent()) {
            wait = shorter(wait, Duration.between(now, secret.get()));
        }
        return Math.max(wait.toNanos(), 0);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private void handle(Message message) {
        switch (message) {
            case Message.Happened(var event, var after) -> handle(event, after);
            case Message.Asked(var now) -> answer(now);
            case Message.Key(var leg, var digit) -> {
                if (call.isPresent()) {
                    effects.key(leg, digit, now()).ifPresent(this::step);
                }
            }
            case Message.Task(var work) -> work.accept(effects);
        }
    }

    private void handle(CallEvent event, CompletableFuture<Call> after) {
        if (call.isEmpty() && !begins(event)) {
            answer(after);
            return;
        }
        try {
            after.complete(step(event));
        } catch (DeskRefusal refusal) {
            // Only a first event is refused: then there is no call.
            broken = true;
            after.completeExceptionally(refusal);
        } catch (RuntimeException defect) {
            after.completeExceptionally(defect);
            throw defect;
        }
    }

    private static boolean begins(CallEvent event) {
        return event instanceof CallEvent.Dialled
                || event instanceof CallEvent.Arrived
                || event instanceof CallEvent.Invited
                || event instanceof CallEvent.GuestCame
                || event instanceof Requested;
    }

    private void answer(CompletableFuture<Call> asked) {
        call.ifPresentOrElse(
                asked::complete,
                () -> asked.completeExceptionally(new DeskRefusal(DeskRefusal.Code.NO_SUCH_CALL)));
    }

    private void wakeUp() {
        var now = now();
        var deadline = call.flatMap(Call::deadline);
        if (deadline.isPresent() && !now.isBefore(deadline.get())) {
            step(new CallEvent.TimedOut(now));
        }
        effects.secretsOver(now).forEach(this::step);
    }

    /** One event: decide, write, act. */
    private Call step(CallEvent event) {
        var transition = decide(event);
        if (changesNothing(transition)) {
            return transition.call();
        }
        write(event, transition);
        call = Optional.of(transition.call());
        transition.reasons().forEach(reason -> LOG.debug("call={} {}", id, reason));
        var defect = act(transition);
        surroundings.shown().accept(transition.call());
        if (defect.isPresent()) {
            throw defect.get();
        }
        return transition.call();
    }

    /** Performs every effect, whatever becomes of those before it; gives the first defect met. */
    private Optional<RuntimeException> act(Transition transition) {
        Optional<RuntimeException> first = Optional.empty();
        for (var effect : transition.effects()) {
            try {
                effects.perform(effect);
            } catch (RuntimeException defect) {
                first = first.or(() -> Optional.of(defect));
            }
        }
        return first;
    }

    private Transition decide(CallEvent event) {
        return call.map(present -> present.on(event)).orElseGet(() -> Call.start(id, plan, event));
    }

    private boolean changesNothing(Transition transition) {
        return transition.effects().isEmpty()
                && call.map(present -> present.equals(transition.call())).orElse(false);
    }

    /**
     * The number is used up even where the log fails: it may still take the event later, and
     * another one of the same number would then be left out.
     */
    private void write(CallEvent event, Transition transition) {
        sequence++;
        var logged =
                new LoggedEvent(
                        plan.company(),
                        id,
                        plan.version(),
                        sequence,
                        event,
                        transition.call().ended());
        try {
            surroundings.log().append(logged);
            logLost = false;
        } catch (EventLogUnavailable e) {
            if (call.isEmpty()) {
                throw new DeskRefusal(DeskRefusal.Code.LOG_UNAVAILABLE);
            }
            if (!logLost) {
                LOG.error("call={} goes on without its log: {}", id, e.getMessage());
            }
            logLost = true;
        }
    }

    private void endFlooded() {
        flooded = false;
        answerRest();
        LOG.warn("call={} ended: more happened to it than can be", id);
        endEveryLeg();
    }

    private void endEveryLeg() {
        call.ifPresent(present -> effects.allOver(present, now()).forEach(this::step));
    }

    /** What comes after the end changes nothing; whoever waits is told how the call stands. */
    private void answerRest() {
        for (var message = mailbox.poll(); message != null; message = mailbox.poll()) {
            switch (message) {
                case Message.Happened(_, var after) -> answer(after);
                case Message.Asked(var now) -> answer(now);
                case Message.Key _, Message.Task _ -> {}
            }
        }
    }
}
