package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyPlan;

/**
 * One call. Pure: no I/O, clock, thread or log.
 *
 * @param id names it
 * @param plan the version of the company plan it began with and keeps
 * @param began the first event
 * @param legs in the order they came to be; the first is the caller
 */
public record Call(CallId id, CompanyPlan plan, Instant began, List<Leg> legs) {
    /** Copies the legs. */
    public Call {
        legs = List.copyOf(legs);
    }

    /**
     * Begins a call.
     *
     * @param id its name, at most 40 characters: legs and programmes are named after it
     * @param plan the company's plan as of now
     * @param first {@link CallEvent.Dialled} or {@link CallEvent.Arrived}
     * @return the call and what must be done
     * @throws IllegalArgumentException if a call cannot begin with that event, or the id is too
     *     long
     */
    public static Transition start(CallId id, CompanyPlan plan, CallEvent first) {
        return new Transition(new Call(id, plan, first.at(), List.of()), List.of(), List.of());
    }

    /**
     * What this call becomes, what must be done, and why. An event that means nothing here changes
     * nothing.
     *
     * @param event what happened
     * @return the call afterwards
     */
    public Transition on(CallEvent event) {
        return new Transition(this, List.of(), List.of());
    }

    /**
     * The call a log tells of; nothing is done.
     *
     * @param id its name
     * @param plan the plan it began with
     * @param log its events, the first of them a beginning
     * @return the same call as when the events happened
     * @throws IllegalArgumentException if the log is empty or begins otherwise
     */
    public static Call replay(CallId id, CompanyPlan plan, List<CallEvent> log) {
        if (log.isEmpty()) {
            throw new IllegalArgumentException("an empty log tells of no call");
        }
        Call call = start(id, plan, log.getFirst()).call();
        for (CallEvent event : log.subList(1, log.size())) {
            call = call.on(event).call();
        }
        return call;
    }

    /**
     * When {@link CallEvent.TimedOut} is due.
     *
     * @return empty: nothing is waited for
     */
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    /**
     * Whether the call is over: no leg is left, and no event changes it any more. A call whose
     * caller hears why it failed is not over, though his view already says ENDED.
     *
     * @return true: its mailbox can be closed
     */
    public boolean ended() {
        return legs.stream().allMatch(Leg::over);
    }

    /**
     * How the pages of its people show it.
     *
     * @return one for each leg of a person, those over included, in the order of the legs
     */
    public List<CallView> views() {
        return List.of();
    }

    /**
     * One leg.
     *
     * @param leg which
     * @return empty if the call has none of that name
     */
    public Optional<Leg> leg(LegId leg) {
        return legs.stream().filter(one -> one.id().equals(leg)).findFirst();
    }

    /**
     * To whom the keys go that a person presses on his page: the far end in a call of two. Where
     * there is none (menu, PIN, room), they are told to the call as {@link CallEvent.DigitPressed},
     * unless a secret is being collected.
     *
     * @param leg whose keys
     * @return the leg to send them to
     */
    public Optional<LegId> keysGoTo(LegId leg) {
        return Optional.empty();
    }
}
