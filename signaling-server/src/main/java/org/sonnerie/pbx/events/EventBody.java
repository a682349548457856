package org.sonnerie.pbx.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.config.Digest;
import org.sonnerie.pbx.history.CallRecord;
import org.sonnerie.pbx.history.Place;
import org.sonnerie.pbx.history.RecordedLeg;
import org.sonnerie.pbx.history.RecordedParty;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.voicemail.MessageReceived;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it is written (docs/integrations.md).
 *
 * @param type such as {@code call.ringing}
 * @param version of this form: 1
 * @param id the same for the same thing
 * @param timestamp when it happened
 * @param data of the type
 */
record EventBody(String type, int version, String id, Instant timestamp, Data data) {
    private static final int VERSION = 1;
    private static final int ID_DIGITS = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What an event tells. */
    sealed interface Data {
        /** A call, as one person sees it. */
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        record OfPerson(
                String call,
                Who person,
                String direction,
                Other party,
                Instant began,
                Optional<Instant> answered)
                implements Data {}

        /** A call that is over. */
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        record Ended(
                String call,
                String direction,
                Times time,
                Party caller,
                String dialled,
                Place ledTo,
                Optional<String> endReason,
                List<Leg> legs)
                implements Data {}

        /** A message. */
        record Message(
                String message,
                Box mailbox,
                Other caller,
                Instant began,
                double seconds,
                boolean urgent)
                implements Data {}
    }

    /** A person of the company. */
    record Who(String id, String name, String extension) {}

    /** The other end, as it is shown: through what an incoming call came is {@code via}. */
    record Other(String name, String number, String via) {}

    /** Somebody in a call. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Party(Optional<String> person, String name, String number) {
        static Party of(RecordedParty party) {
            return new Party(party.person().map(PersonId::text), party.name(), party.number());
        }
    }

    /** Instants of a call, and the time of talk. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Times(Instant began, Optional<Instant> answered, Instant ended, double talkSeconds) {}

    /** A leg of a call. */
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

    /** A mailbox: PERSON, GROUP or QUEUE, and its id. */
    record Box(String owner, String id) {}

    /** A call rings, or was answered, as a person sees it. */
    static CompanyEvent ofView(EventType type, CompanyPlan plan, CallView view, Instant at) {
        Optional<Person> person = plan.person(view.person());
        CallView.Party party = view.party();
        return event(
                type,
                plan.company(),
                view.leg().text() + (view.incoming() ? "" : "/out"),
                at,
                new Data.OfPerson(
                        view.call().text(),
                        new Who(
                                view.person().text(),
                                person.map(Person::name).orElse(""),
                                person.map(Person::extension).orElse("")),
                        view.incoming() ? "IN" : "OUT",
                        new Other(party.name(), party.number(), party.via()),
                        view.times().began(),
                        view.times().answered()));
    }

    static CompanyEvent ofRecord(CallRecord call) {
        Data data =
                new Data.Ended(
                        call.call().text(),
                        call.direction().name(),
                        new Times(
                                call.time().began(),
                                call.outcome().answered(),
                                call.time().ended(),
                                call.outcome().talked().toMillis() / 1_000.0),
                        Party.of(call.caller()),
                        call.way().dialled(),
                        call.way().ledTo(),
                        call.outcome().why().map(Enum::name),
                        call.legs().stream().map(Leg::of).toList());
        return event(
                EventType.CALL_ENDED,
                call.company(),
                call.call().text(),
                call.time().ended(),
                data);
    }

    static CompanyEvent ofMessage(MessageReceived message, Instant at) {
        Data data =
                new Data.Message(
                        message.id(),
                        new Box(message.box().owner().name(), message.box().id()),
                        new Other(message.caller().name(), message.caller().number(), ""),
                        message.began(),
                        message.length().toMillis() / 1_000.0,
                        message.urgent());
        return event(EventType.VOICEMAIL_RECEIVED, message.company(), message.id(), at, data);
    }

    private static CompanyEvent event(
            EventType type, CompanyId company, String what, Instant at, Data data) {
        String id =
                "evt_"
                        + Digest.of(company.text() + "/" + type + "/" + what)
                                .substring(0, ID_DIGITS);
        String body = JSON.writeValueAsString(new EventBody(type.text(), VERSION, id, at, data));
        return new CompanyEvent(company, 0, id, type, at, body);
    }
}
