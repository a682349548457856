package org.sonnerie.pbx.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * What is kept of a call that is over (call detail record).
 *
 * @param company whose
 * @param call which
 * @param time from its first event to its last
 * @param direction from or to the outside, or neither
 * @param caller who called
 * @param way what was dialled and where that led
 * @param outcome what became of it
 * @param legs all of them, the caller's first; empty in a list of records
 */
public record CallRecord(
        CompanyId company,
        CallId call,
        Span time,
        Direction direction,
        RecordedParty caller,
        Way way,
        Outcome outcome,
        List<RecordedLeg> legs) {
    /** Copies the list. */
    public CallRecord {
        legs = List.copyOf(legs);
    }

    /** Where a call came from and went to. */
    public enum Direction {
        /** From the phone network. */
        IN,
        /** Dialled by a person, to the phone network. */
        OUT,
        /** Dialled by a person, within the company. */
        INTERNAL
    }

    /**
     * From when to when.
     *
     * @param began the first event
     * @param ended the last
     */
    public record Span(Instant began, Instant ended) {}

    /**
     * The way of a call.
     *
     * @param dialled as typed, or the number called
     * @param ledTo where it was led, by menus and opening hours too, before somebody answered
     */
    public record Way(String dialled, Place ledTo) {}

    /**
     * What became of a call.
     *
     * @param answered when somebody answered, or a room let the caller in; menus, announcements,
     *     the echo test and music do not count
     * @param talked for how long at least two were connected, on hold or not, or one was in a room
     * @param why it ended; empty: the log does not tell
     */
    public record Outcome(Optional<Instant> answered, Duration talked, Optional<EndReason> why) {}

    /**
     * As a colleague may see it: the outside number to which somebody had himself forwarded is his.
     *
     * @return but for the last digits of such a number, and without its legs
     */
    public CallRecord discreet() {
        Place place = way.ledTo();
        Place shown =
                place.kind().equals("outside") && direction != Direction.OUT
                        ? new Place(place.kind(), Discretion.covered(place.name()), place.number())
                        : place;
        return new CallRecord(
                company,
                call,
                time,
                direction,
                caller,
                new Way(way.dialled(), shown),
                outcome,
                List.of());
    }

    /**
     * Makes the record of a call. Pure: from its log alone.
     *
     * @param call which is over
     * @return its record
     * @throws IllegalArgumentException if the log does not begin as a call does
     */
    public static CallRecord of(LoggedCall call) {
        return Tally.of(call).record();
    }
}
