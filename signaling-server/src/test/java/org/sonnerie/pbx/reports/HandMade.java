package org.sonnerie.pbx.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.runtime.LoggedCall;

/** A call made event by event; the caller's leg is the first. */
final class HandMade {
    private final CompanyPlan plan;
    private final CallId id;
    private final List<CallEvent> events = new ArrayList<>();
    private Instant now;
    private Optional<Call> call = Optional.empty();
    private int offers;

    HandMade(CompanyPlan plan, String id, String at) {
        this.plan = plan;
        this.id = new CallId(id);
        this.now = Instant.parse(at);
    }

    private HandMade happens(CallEvent event) {
        Call next =
                call.map(running -> running.on(event).call())
                        .orElseGet(() -> Call.start(id, plan, event).call());
        call = Optional.of(next);
        events.add(event);
        return this;
    }

    private LegId leg(int number) {
        return new LegId(id + "-" + number);
    }

    HandMade arrives(String number) {
        return happens(
                new CallEvent.Arrived(
                        now,
                        Call.callerOf(id),
                        plan.outside().trunks().getFirst().id(),
                        number,
                        Optional.of(PastCall.CALLER),
                        "",
                        Dialling.inbound(plan, number)));
    }

    HandMade dials(String person, String what) {
        return happens(
                new CallEvent.Dialled(
                        now,
                        Call.callerOf(id),
                        new PersonId(person),
                        what,
                        Dialling.read(plan, what)));
    }

    /** Whatever is due meanwhile happens. */
    HandMade after(double seconds) {
        Instant end = now.plus(Duration.ofMillis(Math.round(seconds * 1_000)));
        Optional<Instant> due = call.orElseThrow().deadline();
        while (due.isPresent() && !due.get().isAfter(end)) {
            now = due.get();
            happens(new CallEvent.TimedOut(now));
            due = call.orElseThrow().deadline();
        }
        now = end;
        return this;
    }

    HandMade rings(int leg) {
        return happens(new CallEvent.LegRinging(now, leg(leg)));
    }

    HandMade answers(int leg) {
        return happens(new CallEvent.LegAnswered(now, leg(leg)));
    }

    HandMade ends(int leg, EndReason why) {
        return happens(new CallEvent.LegEnded(now, leg(leg), why));
    }

    HandMade presses(char key) {
        return happens(new CallEvent.DigitPressed(now, leg(1), key));
    }

    HandMade offered(String... agents) {
        QueueId queue = plan.flow().queues().getFirst().id();
        List<PersonId> rung = Stream.of(agents).map(PersonId::new).toList();
        return happens(new CallEvent.AgentsOffered(now, leg(1), queue, ++offers, rung));
    }

    LoggedCall logged() {
        if (!call.orElseThrow().ended()) {
            throw new IllegalStateException("this call is not over: " + id);
        }
        return new LoggedCall(id, plan, events);
    }
}
