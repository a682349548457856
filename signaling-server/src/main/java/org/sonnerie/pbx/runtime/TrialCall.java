package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RingGroup;

/**
 * One trial call: lets those who are rung behave as wished, and stands in for the floor of the
 * queues. Used by the call's thread, but for {@link #standing} and {@link #looked}.
 */
final class TrialCall implements TrialWorld.Teller {
    private static final char ACCEPT = '1';

    private final CallId id;
    private final PersonId tester;
    private final Trial trial;
    private final LegId leg;
    private final Server server;
    private final InstantSource pretended;
    private final TrialMedia media;
    private final QueueDesk queues;
    private final TrialLog log = new TrialLog();
    private final LiveCall live;
    private final Set<LegId> rung = new HashSet<>();
    private volatile Optional<Leg> caller = Optional.empty();
    private volatile Instant lookedAt;
    private boolean ringBack;

    /** Does something after a while, on another thread. */
    interface Later {
        void after(Duration wait, Runnable what);
    }

    /**
     * What a trial needs of the server.
     *
     * @param clock the real one
     * @param relay where the tester's sound is
     * @param later waits
     * @param untilAnswered how long a phone rings that is answered
     */
    record Server(InstantSource clock, Media relay, Later later, Duration untilAnswered) {}

    TrialCall(CallId id, PersonId tester, Trial trial, Server server) {
        this.id = id;
        this.tester = tester;
        this.trial = trial;
        this.leg = Call.callerOf(id);
        this.server = server;
        this.lookedAt = server.clock().instant();
        Duration shift = Duration.between(lookedAt, trial.at());
        this.pretended = () -> server.clock().instant().plus(shift);
        this.media =
                new TrialMedia(
                        server.relay(), leg, this, Dialling.language(trial.plan(), trial.to()));
        this.queues = new QueueDesk(new PretendedAgents(trial, this), pretended);
        var surroundings =
                new CallLoop.Surroundings(
                        log,
                        pretended,
                        this::stepped,
                        _ -> true,
                        this::members,
                        () -> queues.asked(trial.plan().company(), id));
        var world = new TrialWorld(trial, this).with(media);
        this.live = LiveCall.trial(new CallLoop(id, trial.plan(), surroundings, world));
    }

    /** All agents of a queue are free and at their places, or none is. */
    private record PretendedAgents(Trial trial, TrialWorld.Teller call) implements QueueDesk.Floor {
        @Override
        public boolean serves(CompanyId company, PersonId agent) {
            return trial.somebodyIsThere();
        }

        @Override
        public boolean isFree(PersonId agent) {
            return true;
        }

        @Override
        public void tell(CallId id, CallEvent event) {
            call.tell(event);
        }
    }

    /** Begins to serve the queues. */
    TrialCall start() {
        queues.start();
        return this;
    }

    /** It is over. */
    void stop() {
        queues.close();
    }

    LiveCall live() {
        return live;
    }

    PersonId tester() {
        return tester;
    }

    LegId leg() {
        return leg;
    }

    /** How it stands; empty: it has not begun. */
    Optional<TrialDesk.Standing> standing() {
        return log.call(id, trial.plan())
                .flatMap(told ->
                        caller.map(now -> new TrialDesk.Standing(state(now), now.ended(), told)));
    }

    /** Somebody looks at it, or has looked at it just now. */
    void looked() {
        lookedAt = server.clock().instant();
    }

    boolean isForgotten(Duration patience) {
        return lookedAt.plus(patience).isBefore(server.clock().instant());
    }

    @Override
    public Instant now() {
        return pretended.instant();
    }

    @Override
    public void tell(CallEvent event) {
        live.loop().post(event);
    }

    private List<PersonId> members(GroupId group) {
        return trial.plan().group(group).map(RingGroup::members).orElse(List.of());
    }

    private void stepped(Call call) {
        call.legs().stream()
                .filter(one -> one.called() && one.state() == Leg.State.RINGING)
                .filter(one -> rung.add(one.id()))
                .forEach(this::behave);
        queues.keep(call);
        Leg now = call.leg(leg).orElseThrow();
        if (now.state() == Leg.State.RINGING && !ringBack) {
            ringBack = true;
            media.ringBack(trial.plan());
        }
        caller = Optional.of(now);
    }

    private void behave(Leg callee) {
        if (trial.rung() != Trial.Rung.ANSWERS) {
            return;
        }
        Duration wait = server.untilAnswered();
        server.later().after(wait, () -> tell(new CallEvent.LegAnswered(now(), callee.id())));
        if (callee.person().isEmpty()) {
            // A person's phone outside is asked whether he takes the call.
            server.later()
                    .after(
                            wait.multipliedBy(2),
                            () -> tell(new CallEvent.DigitPressed(now(), callee.id(), ACCEPT)));
        }
    }

    private static TrialDesk.State state(Leg caller) {
        return switch (caller.state()) {
            case TRYING, WAKING -> TrialDesk.State.CALLING;
            case RINGING, EARLY -> TrialDesk.State.RINGING;
            case UP -> TrialDesk.State.IN_CALL;
            case ENDED -> TrialDesk.State.ENDED;
        };
    }
}
