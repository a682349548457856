package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Transition;
import org.sonnerie.pbx.plan.CompanyPlan;
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
    private Optional<Call> call = Optional.empty();
    private long sequence;
    private boolean logLost;

    /** What can lie in the mailbox. */
    private sealed interface Message {
        /** Something happened; the future gets the call as it is afterwards. */
        record Happened(CallEvent event, CompletableFuture<Call> after) implements Message {}

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
     */
    record Surroundings(EventLog log, InstantSource clock, Consumer<Call> shown) {}

    CallLoop(CallId id, CompanyPlan plan, Surroundings surroundings, CallEffects.World world) {
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
        return taken;
    }

    @Override
    public void run() {
        try {
            while (!over()) {
                var message = Optional.ofNullable(mailbox.poll(waitNanos(), TimeUnit.NANOSECONDS));
                message.ifPresent(this::handle);
                wakeUp();
                if (flooded) {
                    endFlooded();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            refuseRest();
            effects.free();
        }
    }

    private boolean over() {
        return call.map(Call::ended).orElse(false);
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
            case Message.Key(var leg, var digit) ->
                    effects.key(leg, digit, now()).ifPresent(this::step);
            case Message.Task(var work) -> work.accept(effects);
        }
    }

    private void handle(CallEvent event, CompletableFuture<Call> after) {
        try {
            after.complete(step(event));
        } catch (DeskRefusal refusal) {
            after.completeExceptionally(refusal);
        }
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
        transition.effects().forEach(effects::perform);
        surroundings.shown().accept(transition.call());
        return transition.call();
    }

    private Transition decide(CallEvent event) {
        return call.map(present -> present.on(event)).orElseGet(() -> Call.start(id, plan, event));
    }

    private boolean changesNothing(Transition transition) {
        return transition.effects().isEmpty()
                && call.map(present -> present.equals(transition.call())).orElse(false);
    }

    private void write(CallEvent event, Transition transition) {
        var logged =
                new LoggedEvent(
                        plan.company(),
                        id,
                        plan.version(),
                        sequence + 1,
                        event,
                        transition.call().ended());
        try {
            surroundings.log().append(logged);
            sequence++;
            logLost = false;
        } catch (EventLogUnavailable e) {
            if (call.isEmpty()) {
                throw new DeskRefusal(DeskRefusal.Code.NO_CAPACITY);
            }
            if (!logLost) {
                LOG.error("call={} goes on without its log: {}", id, e.getMessage());
            }
            logLost = true;
        }
    }

    private void endFlooded() {
        flooded = false;
        mailbox.clear();
        LOG.warn("call={} ended: more happened to it than can be", id);
        call.ifPresent(present -> effects.allOver(present, now()).forEach(this::step));
    }

    private void refuseRest() {
        while (!mailbox.isEmpty()) {
            if (mailbox.poll() instanceof Message.Happened(_, var after)) {
                after.completeExceptionally(new DeskRefusal(DeskRefusal.Code.NO_SUCH_CALL));
            }
        }
    }
}
