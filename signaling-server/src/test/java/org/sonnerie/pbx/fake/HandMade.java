package org.sonnerie.pbx.fake;

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
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.runtime.LoggedCall;

/** A call made event by event; the caller's leg is the first. */
public final class HandMade {
    private final CompanyPlan plan;
    private final CallId id;
    private final List<CallEvent> events = new ArrayList<>();
    private Instant now;
    private Optional<Call> call = Optional.empty();
    private int offers;

    public HandMade(CompanyPlan plan, String id, String at) {
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

    public HandMade arrives(String number) {
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

    public HandMade dials(String person, String what) {
        return happens(
                new CallEvent.Dialled(
                        now,
                        Call.callerOf(id),
                        new PersonId(person),
                        what,
                        Dialling.read(plan, what)));
    }

    /** Whatever is due meanwhile happens. */
    public HandMade after(double seconds) {
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

    public HandMade rings(int leg) {
        return happens(new CallEvent.LegRinging(now, leg(leg)));
    }

    public HandMade answers(int leg) {
        return happens(new CallEvent.LegAnswered(now, leg(leg)));
    }

    public HandMade ends(int leg, EndReason why) {
        return happens(new CallEvent.LegEnded(now, leg(leg), why));
    }

    /** Somebody in the call hands it on. */
    public HandMade handsOn(int leg, String to) {
        return happens(new CallEvent.Transferred(now, leg(leg), to, Dialling.read(plan, to), ""));
    }

    /** Somebody in the call asks somebody else. */
    public HandMade asks(int leg, String whom) {
        return happens(new CallEvent.Consulted(now, leg(leg), whom, Dialling.read(plan, whom), ""));
    }

    /** Whoever asked is back with whoever waited. */
    public HandMade returns(int leg) {
        return happens(new CallEvent.TransferCancelled(now, leg(leg)));
    }

    /** Whoever asked leaves. */
    public HandMade putsThrough(int leg) {
        return happens(new CallEvent.TransferCompleted(now, leg(leg)));
    }

    public HandMade presses(char key) {
        return happens(new CallEvent.DigitPressed(now, leg(1), key));
    }

    public HandMade offered(String... agents) {
        QueueId queue = plan.flow().queues().getFirst().id();
        List<PersonId> rung = Stream.of(agents).map(PersonId::new).toList();
        return happens(new CallEvent.AgentsOffered(now, leg(1), queue, ++offers, rung));
    }

    public LoggedCall logged() {
        if (!call.orElseThrow().ended()) {
            throw new IllegalStateException("this call is not over: " + id);
        }
        return new LoggedCall(id, plan, events);
    }
}
