package org.sonnerie.pbx.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.sonnerie.pbx.call.CallEffect.CallOutside;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MailboxFacts;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NamesTold;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.room.Comer;

/**
 * The world as a trial call finds it. Whatever would reach anybody is pretended here, and nothing
 * here knows a phone, a trunk, a mailbox or a room, so that there is no way out of a trial. Used by
 * the call's thread alone.
 */
final class TrialWorld implements Phones, Trunks, Mailboxes, Greetings, CallRecordings, Rooms {
    private final Trial trial;
    private final Teller teller;

    /** Tells the trial call something. */
    interface Teller {
        /** The time as pretended. */
        Instant now();

        /** Something happened to it. */
        void tell(CallEvent event);
    }

    TrialWorld(Trial trial, Teller teller) {
        this.trial = trial;
        this.teller = teller;
    }

    /** All of it, for the effects of one call. */
    World with(TrialMedia media) {
        return new World(
                this,
                media,
                // Nobody is called, so nothing is spent.
                new World.Outside(this, SpendingBelt.FREE),
                new World.Stores(this, this, this),
                (_, _) -> true,
                this,
                new PinGuesses(),
                // Any PIN opens any mailbox: all of them are empty here.
                (_, _, _) -> true);
    }

    @Override
    public boolean reachable(PersonId person) {
        return trial.somebodyIsThere();
    }

    @Override
    public boolean canWake(PersonId person) {
        return false;
    }

    @Override
    public CompletableFuture<Boolean> wake(CallView call) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public void place(CallOutside order, String sdp) {
        Instant now = teller.now();
        teller.tell(
                trial.somebodyIsThere()
                        ? new CallEvent.LegRinging(now, order.leg())
                        : new CallEvent.LegEnded(now, order.leg(), EndReason.UNREACHABLE));
    }

    @Override
    public void came(CompanyPlan plan, RoomId room, Comer comer, Consumer<CallEvent> call) {
        call.accept(new CallEvent.Seated(teller.now(), comer.leg(), Standing.IN));
    }

    @Override
    public Path begin(NewMessage message) {
        return Path.of(message.id().text());
    }

    @Override
    public MailboxFacts facts(CompanyId company, MailboxId box) {
        return MailboxFacts.NONE;
    }

    @Override
    public List<NamesTold.Name> names(CompanyId company, List<PersonId> people) {
        return List.of();
    }

    @Override
    public boolean saysNames(CompanyId company, RoomId room) {
        return true;
    }

    @Override
    public Path begin(CompanyId company, MessageId greeting) {
        return Path.of(greeting.text());
    }

    @Override
    public boolean hasRoom(CompanyId company) {
        return true;
    }

    @Override
    public Path begin(NewRecording recording) {
        return Path.of(recording.id().text());
    }

    @Override
    public Path file(CompanyId company, MessageId message) {
        return Path.of(message.text());
    }

    @Override
    public List<Kept> waiting(CompanyId company, MailboxId box) {
        return List.of();
    }

    // What follows would reach somebody, or be kept.

    @Override
    public void closed(RecordingId recording, Duration length, boolean failed) {}

    @Override
    public void keep(CompanyId company, MailboxId box, GreetingKind kind, MessageId greeting) {}

    @Override
    public void remove(CompanyId company, MailboxId box, GreetingKind kind) {}

    @Override
    public void discard(CompanyId company, MessageId greeting) {}

    @Override
    public void introduces(CompanyId company, RoomId room, LegId leg, Runnable forget) {}

    @Override
    public void away(CompanyId company, MailboxId box, Optional<LocalDate> until) {}

    @Override
    public void show(CallView view) {}

    @Override
    public void roomsChanged(Set<PersonId> people) {}

    @Override
    public void ring(LegId leg) {}

    @Override
    public void answer(LegId leg, String sdp) {}

    @Override
    public void end(LegId leg, EndReason reason) {}

    @Override
    public void answerReoffer(LegId leg, Optional<String> sdp) {}

    @Override
    public void pressed(LegId leg, char digit) {}

    @Override
    public void left(LegId leg) {}

    @Override
    public void recorded(MessageId message, Duration length) {}

    @Override
    public void callerGone(MessageId message) {}

    @Override
    public void restore(MessageId message) {}

    @Override
    public void forward(CompanyId company, MessageId message, MailboxId box) {}

    @Override
    public void urgent(MessageId message) {}

    @Override
    public void heard(MessageId message) {}

    @Override
    public void drop(MessageId message) {}
}
