package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A call as one person's page shows it: a view of the log from one leg.
 *
 * @param call the call
 * @param leg that person's leg
 * @param person whose page
 * @param incoming true: he was called
 * @param state the word on the screen
 * @param party who is at the other end
 * @param times when it began, and when it was answered
 * @param details what not every call has
 */
public record CallView(
        CallId call,
        LegId leg,
        PersonId person,
        boolean incoming,
        State state,
        Party party,
        Times times,
        Details details) {

    /**
     * Why it ended.
     *
     * @return present exactly when the state is ENDED
     */
    public Optional<EndReason> ended() {
        return details.ended();
    }

    /**
     * Whether it keeps the person busy: neither over, nor parked, nor only ringing for him.
     *
     * @return true: he is in it, or places it
     */
    public boolean engages() {
        return switch (state) {
            case RINGING -> !incoming;
            case CALLING, IN_CALL, ON_HOLD, RECONNECTING -> true;
            case PARKED, ENDED -> false;
        };
    }

    /**
     * The same call, over.
     *
     * @param why the reason
     * @return its last view
     */
    public CallView over(EndReason why) {
        return new CallView(
                call, leg, person, incoming, State.ENDED, party, times, Details.ended(why));
    }

    /** The words of the screen. */
    public enum State {
        /** Placed, nothing rings yet. */
        CALLING,
        /** Rings, at the callee's or here. */
        RINGING,
        /** Talking. */
        IN_CALL,
        /** Put on hold by this person. */
        ON_HOLD,
        /** Waits in a slot, where this person put it. */
        PARKED,
        /** This page or the other side's is being taken back. */
        RECONNECTING,
        /** Over. */
        ENDED
    }

    /**
     * What not every call has.
     *
     * @param ended why it ended
     * @param card what came with it where it was handed on
     * @param consult whom this person asks while his party waits
     * @param slot where it is parked
     * @param with others in the call, beside the party
     * @param recording its recording; empty: there is none, and this person may not want one
     */
    public record Details(
            Optional<EndReason> ended,
            Optional<Card> card,
            Optional<Consult> consult,
            Optional<String> slot,
            List<Named> with,
            Optional<RecordingView> recording) {
        /** Nothing of all that. */
        public static final Details NONE =
                new Details(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());

        /** Copies the list. */
        public Details {
            with = List.copyOf(with);
        }

        static Details ended(EndReason why) {
            return new Details(
                    Optional.of(why),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }
    }

    /**
     * Somebody who is asked while the party waits.
     *
     * @param party who
     * @param state CALLING, RINGING, IN_CALL or ENDED
     * @param ended why it failed; present exactly when the state is ENDED
     */
    public record Consult(Named party, State state, Optional<EndReason> ended) {}

    /**
     * The other end.
     *
     * @param name a person's, group's, menu's or room's name, or empty
     * @param number extension or outside number; empty: withheld
     * @param via how an incoming call came, such as the group's name; may be empty
     * @param heldByOther the other side has put this person on hold
     */
    public record Party(String name, String number, String via, boolean heldByOther) {}

    /**
     * Instants of the call.
     *
     * @param began the first event
     * @param answered when this leg began to talk
     */
    public record Times(Instant began, Optional<Instant> answered) {}
}
