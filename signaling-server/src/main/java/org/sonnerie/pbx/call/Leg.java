package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;

/**
 * One party's half of a call.
 *
 * @param id names it; {@code <call>-<n>} where the call made it
 * @param who whose it is
 * @param called true: this party was called; false: it is the caller
 * @param state how far it is
 * @param ended why it ended; present exactly when the state is ENDED
 * @param talkingSince when it began to talk to somebody or something
 * @param holding it has put the other side on hold
 * @param lostUntil present while its page is gone: until when it is waited for
 */
public record Leg(
        LegId id,
        Who who,
        boolean called,
        State state,
        Optional<EndReason> ended,
        Optional<Instant> talkingSince,
        boolean holding,
        Optional<Instant> lostUntil) {

    /** One that has just begun, without sound. */
    static Leg begun(LegId id, Who who, boolean called, State state) {
        return new Leg(
                id,
                who,
                called,
                state,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** How far a leg is. */
    public enum State {
        /** Being called, or an outside caller not answered yet: nothing rings. */
        TRYING,
        /** The browser of the person called is being woken: nothing rings. */
        WAKING,
        /** Rings, or (an outside caller) was told that it rings. */
        RINGING,
        /** Not answered, but its sound can be heard. */
        EARLY,
        /** Has sound both ways: answered, or a person who dials. */
        UP,
        /** Over. */
        ENDED
    }

    /**
     * The person whose leg it is.
     *
     * @return empty for an outsider
     */
    public Optional<PersonId> person() {
        return switch (who) {
            case Who.Colleague(PersonId person, String _, var _) -> Optional.of(person);
            case Who.Outsider _, Who.Guest _ -> Optional.empty();
        };
    }

    /**
     * Whether it is over.
     *
     * @return true: nothing concerns it any more
     */
    public boolean over() {
        return state == State.ENDED;
    }

    boolean up() {
        return state == State.UP;
    }

    boolean lost() {
        return lostUntil.isPresent();
    }

    Leg in(State next) {
        return new Leg(id, who, called, next, ended, talkingSince, holding, lostUntil);
    }

    Leg talkingSince(Instant at) {
        Optional<Instant> since = talkingSince.isPresent() ? talkingSince : Optional.of(at);
        return new Leg(id, who, called, State.UP, ended, since, holding, lostUntil);
    }

    /** The same person as one who dials, with sound. */
    Leg dialling() {
        Who caller =
                switch (who) {
                    case Who.Colleague(var person, var _, var card) ->
                            new Who.Colleague(person, "", card);
                    case Who.Outsider outsider -> outsider;
                    case Who.Guest guest -> guest;
                };
        return new Leg(id, caller, false, State.UP, ended, talkingSince, holding, lostUntil);
    }

    Leg holding(boolean held) {
        return new Leg(id, who, called, state, ended, talkingSince, held, lostUntil);
    }

    Leg lostUntil(Optional<Instant> until) {
        return new Leg(id, who, called, state, ended, talkingSince, holding, until);
    }

    /** The same leg with another card; only a colleague's page shows one. */
    Leg showing(Optional<Card> card) {
        Who shown =
                switch (who) {
                    case Who.Colleague(var person, String via, var _) ->
                            new Who.Colleague(person, via, card);
                    case Who.Outsider outsider -> outsider;
                    case Who.Guest guest -> guest;
                };
        return new Leg(id, shown, called, state, ended, talkingSince, holding, lostUntil);
    }

    Leg ended(EndReason reason) {
        return new Leg(
                id,
                who,
                called,
                State.ENDED,
                Optional.of(reason),
                talkingSince,
                false,
                Optional.empty());
    }
}
