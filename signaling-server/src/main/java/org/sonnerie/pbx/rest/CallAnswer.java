package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.history.CallPage;
import org.sonnerie.pbx.history.CallRecord;
import org.sonnerie.pbx.history.Place;
import org.sonnerie.pbx.history.RecordedLeg;
import org.sonnerie.pbx.history.RecordedParty;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A call record as the REST interface shows it.
 *
 * @param id names the call
 * @param direction IN, OUT or INTERNAL
 * @param time when what happened
 * @param caller who called
 * @param dialled as typed, or the number called
 * @param ledTo where that led
 * @param endReason why it ended
 * @param legs the caller's first; left out in a list
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CallAnswer(
        String id,
        CallRecord.Direction direction,
        Time time,
        Party caller,
        String dialled,
        Place ledTo,
        Optional<String> endReason,
        Optional<List<Leg>> legs) {
    /** Instants of a call, and the time of talk. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Time(Instant began, Optional<Instant> answered, Instant ended, double talkSeconds) {}

    /** Somebody in it. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Party(Optional<String> person, String name, String number) {
        static Party of(RecordedParty party) {
            return new Party(party.person().map(PersonId::text), party.name(), party.number());
        }
    }

    /** A leg of it. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Leg(
            Party who,
            boolean called,
            Instant began,
            Optional<Instant> rang,
            Optional<Instant> answered,
            Optional<Instant> ended,
            Optional<String> endReason) {
        static Leg of(RecordedLeg leg) {
            return new Leg(
                    Party.of(leg.who()),
                    leg.called(),
                    leg.times().began(),
                    leg.times().rang(),
                    leg.times().answered(),
                    leg.times().ended(),
                    leg.why().map(Enum::name));
        }
    }

    /**
     * A part of a list.
     *
     * @param calls the newest first
     * @param next what to give as {@code after} for the next part; left out: there is none
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<CallAnswer> calls, Optional<String> next) {
        static Page of(CallPage page) {
            return new Page(
                    page.calls().stream().map(CallAnswer::listed).toList(),
                    page.next().map(Object::toString));
        }
    }

    private static CallAnswer listed(CallRecord call) {
        return of(call, Optional.empty());
    }

    static CallAnswer whole(CallRecord call) {
        return of(call, Optional.of(call.legs().stream().map(Leg::of).toList()));
    }

    private static CallAnswer of(CallRecord call, Optional<List<Leg>> legs) {
        return new CallAnswer(
                call.call().text(),
                call.direction(),
                new Time(
                        call.time().began(),
                        call.outcome().answered(),
                        call.time().ended(),
                        call.outcome().talked().toMillis() / 1_000.0),
                Party.of(call.caller()),
                call.way().dialled(),
                call.way().ledTo(),
                call.outcome().why().map(Enum::name),
                legs);
    }
}
