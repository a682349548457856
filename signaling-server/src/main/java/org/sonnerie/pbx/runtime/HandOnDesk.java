package org.sonnerie.pbx.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.Way;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.queue.Lines;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** Handing calls on, and finding those that can be taken. Thread safe. */
final class HandOnDesk {
    private final LiveCalls calls;

    HandOnDesk(LiveCalls calls) {
        this.calls = calls;
    }

    /**
     * Does what a person wants done with his call.
     *
     * @throws DeskRefusal if it cannot be; nothing has changed then
     */
    void handOn(LiveCall live, CallView view, HandOn how) {
        var now = live.loop().now();
        var leg = view.leg();
        switch (how) {
            case HandOn.Transfer(var to, var note) -> {
                var destination = read(live, to);
                if (destination instanceof Destination.ToPark) {
                    park(live, view);
                } else {
                    needs(
                            tell(live, new CallEvent.Transferred(now, leg, to, destination, note))
                                    .leg(leg)
                                    .filter(left -> left.over())
                                    .isPresent());
                }
            }
            case HandOn.ToVoicemail(var to) -> {
                var box = mailbox(live.loop().plan(), read(live, to));
                needs(
                        tell(live, new CallEvent.Transferred(now, leg, to, box, ""))
                                .leg(leg)
                                .filter(left -> left.over())
                                .isPresent());
            }
            case HandOn.Consult(var to, var note) ->
                    needs(
                            tell(live, new CallEvent.Consulted(now, leg, to, read(live, to), note))
                                    .views()
                                    .stream()
                                    .anyMatch(after ->
                                            after.leg().equals(leg)
                                                    && after.details().consult().isPresent()));
            case HandOn.Complete() -> asked(live, view, new CallEvent.TransferCompleted(now, leg));
            case HandOn.Cancel() -> asked(live, view, new CallEvent.TransferCancelled(now, leg));
            case HandOn.Join() -> asked(live, view, new CallEvent.JoinPressed(now, leg));
            case HandOn.Park() -> park(live, view);
        }
    }

    /** Ends the asking, one way or the other. */
    private static void asked(LiveCall live, CallView view, CallEvent event) {
        needs(view.details().consult().isPresent());
        var after = tell(live, event);
        needs(
                after.views().stream()
                        .filter(now -> now.leg().equals(view.leg()))
                        .allMatch(now -> now.details().consult().isEmpty()));
    }

    private void park(LiveCall live, CallView view) {
        var plan = live.loop().plan();
        var slots =
                plan.outside().rules().parkSlots().orElseThrow(() -> new DeskRefusal(Code.NO_SLOT));
        var slot =
                calls.lot()
                        .reserve(plan.company(), slots, live.id())
                        .orElseThrow(() -> new DeskRefusal(Code.NO_SLOT));
        try {
            needs(
                    tell(live, new CallEvent.Parked(live.loop().now(), view.leg(), slot))
                            .slot()
                            .isPresent());
        } finally {
            calls.lot().release(plan.company(), slot, live.id());
        }
    }

    private static Destination read(LiveCall live, String to) {
        var number = to.strip();
        var destination = Dialling.read(live.loop().plan(), number);
        if (number.isEmpty() || number.length() > HandOn.LONGEST_TARGET) {
            throw new DeskRefusal(Code.UNKNOWN_NUMBER);
        }
        if (destination instanceof Destination.ToNowhere(var why)) {
            throw new DeskRefusal(
                    why == Destination.Refusal.NOT_OPEN ? Code.NOT_ALLOWED : Code.UNKNOWN_NUMBER);
        }
        return destination;
    }

    private static Destination mailbox(CompanyPlan plan, Destination whose) {
        var box =
                switch (whose) {
                    case Destination.ToPerson(var id) ->
                            plan.person(id)
                                    .filter(Person::voicemail)
                                    .map(person -> MailboxId.of(person.id()));
                    case Destination.ToGroup(var id) ->
                            plan.group(id)
                                    .filter(RingGroup::voicemail)
                                    .map(group -> MailboxId.of(group.id()));
                    case Destination.ToQueue(var id, int _) ->
                            plan.queue(id)
                                    .filter(Queue::voicemail)
                                    .map(queue -> MailboxId.of(queue.id()));
                    default -> Optional.<MailboxId>empty();
                };
        return box.<Destination>map(Destination.ToMailbox::new)
                .orElseThrow(() -> new DeskRefusal(Code.NO_MAILBOX));
    }

    private static void needs(boolean done) {
        if (!done) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
    }

    private static Call tell(LiveCall live, CallEvent event) {
        return Awaited.result(live.loop().ask(event));
    }

    /** A call that can be taken: it waits in a slot or in a queue, or it rings for others. */
    record Takeable(LiveCall live, Way way) {}

    /**
     * The call that something dialled would take.
     *
     * @return empty: it is not that kind of number, or there is none
     */
    Optional<Takeable> takeable(CompanyPlan plan, PersonId person, Destination destination) {
        return switch (destination) {
            case Destination.ToSlot(var slot) ->
                    calls.lot()
                            .at(plan.company(), slot)
                            .flatMap(calls::find)
                            .map(live -> new Takeable(live, Way.RETRIEVE));
            case Destination.ToPickup(var extension) ->
                    ringing(plan, person, extension).map(live -> new Takeable(live, Way.PICKUP));
            case Destination.ToPerson _,
                    Destination.ToGroup _,
                    Destination.ToQueue _,
                    Destination.ToMenu _,
                    Destination.ToRoom _,
                    Destination.ToRoute _,
                    Destination.ToAnnouncement _,
                    Destination.ToHangUp _,
                    Destination.ToOutside _,
                    Destination.ToEcho _,
                    Destination.ToMusic _,
                    Destination.ToMailbox _,
                    Destination.ToOwnMailbox _,
                    Destination.ToMailboxOf _,
                    Destination.ToVoicemailAccess _,
                    Destination.ToDirectory _,
                    Destination.ToPark _,
                    Destination.ToNowhere _ ->
                    Optional.empty();
        };
    }

    /**
     * The call of somebody who waits in a queue that this person serves.
     *
     * @throws DeskRefusal if it is none, or none any more
     */
    Takeable waiting(CompanyPlan plan, PersonId person, CallId call) {
        var place =
                calls.queues()
                        .placeOf(plan.company(), call)
                        .filter(one -> serves(plan, person, one.queue()))
                        .orElseThrow(() -> new DeskRefusal(Code.NO_SUCH_CALL));
        if (place.taken()) {
            throw new DeskRefusal(Code.ANSWERED_ELSEWHERE);
        }
        return calls.find(call)
                .map(live -> new Takeable(live, Way.OUT_OF_TURN))
                .orElseThrow(() -> new DeskRefusal(Code.NO_SUCH_CALL));
    }

    private static boolean serves(CompanyPlan plan, PersonId person, QueueId queue) {
        return plan.queue(queue).filter(one -> one.agents().contains(person)).isPresent();
    }

    /**
     * Why somebody did not get a call that could be taken a moment before. A caller in a queue may
     * still wait: then his page is away, or this person's own phone rings for him by now.
     */
    DeskRefusal notTaken(Takeable takeable) {
        var live = takeable.live();
        var place =
                takeable.way() == Way.OUT_OF_TURN
                        ? calls.queues().placeOf(live.loop().plan().company(), live.id())
                        : Optional.<Lines.Place>empty();
        return new DeskRefusal(
                place.map(one -> one.taken() ? Code.ANSWERED_ELSEWHERE : Code.WRONG_STATE)
                        .orElse(Code.NO_SUCH_CALL));
    }

    /** The call that has rung longest for the person's colleagues. */
    private Optional<LiveCall> ringing(CompanyPlan plan, PersonId person, String extension) {
        return colleagues(plan, person, extension).stream()
                .filter(colleague -> !colleague.equals(person))
                .flatMap(colleague -> calls.viewsOf(colleague).stream())
                .filter(view -> view.incoming() && view.state() == CallView.State.RINGING)
                .min(Comparator.comparing(view -> view.times().began()))
                .flatMap(view -> calls.find(view.call()));
    }

    private static List<PersonId> colleagues(CompanyPlan plan, PersonId person, String extension) {
        if (extension.isEmpty()) {
            return teams(plan)
                    .filter(members -> members.contains(person))
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        }
        return plan.atExtension(extension).stream()
                .flatMap(destination -> people(plan, destination))
                .toList();
    }

    private static Stream<List<PersonId>> teams(CompanyPlan plan) {
        return Stream.concat(
                plan.groups().stream().map(RingGroup::members),
                plan.flow().queues().stream().map(Queue::agents));
    }

    private static Stream<PersonId> people(CompanyPlan plan, Destination destination) {
        if (destination instanceof Destination.ToPerson(var id)) {
            return Stream.of(id);
        }
        if (destination instanceof Destination.ToQueue(var id, int _)) {
            return plan.queue(id).stream().flatMap(queue -> queue.agents().stream());
        }
        return destination instanceof Destination.ToGroup(var id)
                ? plan.group(id).stream().flatMap(group -> group.members().stream())
                : Stream.empty();
    }
}
