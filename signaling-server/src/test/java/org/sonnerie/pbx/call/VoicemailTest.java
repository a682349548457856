package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.RingGroup;

/** What a caller leaves, and what its owner hears. */
final class VoicemailTest {
    private static final MailboxId ALICES = MailboxId.of(DemoCompany.ALICE);
    private static final MessageId FIRST = new MessageId("c-r1");
    private static final MessageId SECOND = new MessageId("c-r2");

    private final Scenario call = new Scenario(withMailboxes());
    private final Party alice = call.alice;
    private final Party bob = call.bob;
    private final Party outsider = call.outsider;

    /** The demo company, where all people and the group have mailboxes. */
    private static CompanyPlan withMailboxes() {
        return withMailboxes(DemoCompany.plan());
    }

    /** The same, where all people and the groups have mailboxes. */
    static CompanyPlan withMailboxes(CompanyPlan plan) {
        return new CompanyPlan(
                plan.company(),
                plan.version(),
                plan.facts(),
                plan.people().stream().map(Person::withVoicemail).toList(),
                plan.groups().stream().map(RingGroup::withVoicemail).toList(),
                plan.flow(),
                plan.rooms(),
                plan.outside());
    }

    private void nobodyAnswers() {
        outsider.calls("+15550100101");
        alice.rings();
        call.passes(20);
    }

    private void recording() {
        nobodyAnswers();
        outsider.hearsItOut();
    }

    private void recorded(MessageId message, int seconds) {
        call.happens(
                new CallEvent.MessageRecorded(
                        call.now(), outsider.leg(), message, Duration.ofSeconds(seconds)));
    }

    private void says(CallSound... sounds) {
        assertThat(call.heardBy(outsider.leg()))
                .containsInstanceOf(CallEffect.Hears.Programme.class)
                .hasValueSatisfying(heard ->
                        assertThat(((CallEffect.Hears.Programme) heard).sounds())
                                .containsExactly(sounds));
    }

    private static CallSound prompt(String name) {
        return new CallSound.Prompt(name);
    }

    @Test
    void whoeverIsNotAnsweredIsGreetedThenRecorded() {
        nobodyAnswers();
        outsider.isAnswered();
        says(prompt("voicemail-greeting"), new CallSound.Tone(ToneKind.BEEP));
        outsider.hearsItOut();
        assertThat(call.effects())
                .contains(
                        new CallEffect.RecordMessage(
                                outsider.leg(),
                                FIRST,
                                ALICES,
                                new Named("Jeanne", Party.OUTSIDE_NUMBER)));
        outsider.hearsNothing();
        outsider.hangsUp();
        call.isOver();
    }

    @Test
    void declinedBusyAndUnreachableEndThereToo() {
        for (EndReason why : List.of(EndReason.DECLINED, EndReason.BUSY, EndReason.UNREACHABLE)) {
            Scenario one = new Scenario(withMailboxes());
            one.bob.dials("101");
            one.alice.ends(why);
            one.bob.hearsPromptsThenTone("voicemail-greeting");
        }
    }

    @Test
    void aGroupHasItsOwn() {
        outsider.calls("+15550100200");
        call.passes(20);
        says(prompt("voicemail-greeting-group"), new CallSound.Tone(ToneKind.BEEP));
        outsider.hearsItOut();
        assertThat(call.effects())
                .contains(
                        new CallEffect.RecordMessage(
                                outsider.leg(),
                                FIRST,
                                MailboxId.of(DemoCompany.SALES),
                                new Named("Jeanne", Party.OUTSIDE_NUMBER)));
    }

    @Test
    void thePoundKeySkipsTheGreetingAndEndsTheMessage() {
        nobodyAnswers();
        outsider.presses("#");
        says(new CallSound.Tone(ToneKind.BEEP));
        outsider.hearsItOut();
        outsider.presses("#");
        assertThat(call.effects()).contains(new CallEffect.StopRecording(outsider.leg(), FIRST));
        recorded(FIRST, 5);
        says(prompt("voicemail-review"));
        outsider.presses("1");
        says(prompt("voicemail-kept"));
        outsider.hearsItOut();
        call.isOver();
    }

    @Test
    void theCallerHearsHisMessageAndRecordsItAgain() {
        recording();
        recorded(FIRST, 5);
        outsider.presses("2");
        says(new CallSound.Message(FIRST), prompt("voicemail-review"));
        outsider.presses("3");
        assertThat(call.effects()).contains(new CallEffect.DropMessage(outsider.leg(), FIRST));
        says(new CallSound.Tone(ToneKind.BEEP));
        outsider.hearsItOut();
        recorded(SECOND, 3);
        outsider.presses("4");
        assertThat(call.effects()).contains(new CallEffect.MarkUrgent(outsider.leg(), SECOND));
        says(prompt("voicemail-kept"));
    }

    @Test
    void whoeverSaysNothingIsToldSo() {
        recording();
        recorded(FIRST, 0);
        says(prompt("voicemail-nothing"));
        outsider.hearsItOut();
        call.isOver();
    }

    @Test
    void whoeverPressesNothingHasLeftIt() {
        recording();
        recorded(FIRST, 5);
        outsider.hearsItOut();
        call.passes(25);
        says(prompt("voicemail-kept"));
    }

    @Test
    void aMessageOfAnotherRecordingChangesNothing() {
        recording();
        recorded(new MessageId("c-r7"), 5);
        outsider.hearsNothing();
    }

    @Test
    void whoeverIsAskedFirstIsNoMailbox() {
        outsider.calls("+15550100101");
        alice.answers();
        alice.asks("102");
        bob.declines();
        alice.hearsTone(ToneKind.BUSY);
    }

    @Test
    void whatWasHandedOnGoesBackBeforeAMailboxTakesIt() {
        outsider.calls("+15550100101");
        alice.answers();
        alice.transfersTo("102");
        bob.declines();
        alice.sees(CallView.State.RINGING);
        call.passes(20);
        says(prompt("voicemail-greeting"), new CallSound.Tone(ToneKind.BEEP));
    }

    @Test
    void anOwnerHearsNewMessagesDeletesAndCallsBack() {
        alice.dials("*97");
        assertThat(call.effects()).contains(new CallEffect.ListMessages(alice.leg(), ALICES));
        MessageId one = new MessageId("c1-r1");
        MessageId two = new MessageId("c2-r1");
        call.happens(
                new CallEvent.MessagesListed(
                        call.now(),
                        alice.leg(),
                        List.of(
                                new WaitingMessage(
                                        one, false, new Destination.ToPerson(DemoCompany.BOB)),
                                new WaitingMessage(
                                        two, true, new Destination.ToPerson(DemoCompany.BOB)))));
        assertThat(alice.sounds())
                .containsExactly(
                        prompt("voicemail-new"),
                        new CallSound.Message(one),
                        prompt("voicemail-keys"),
                        prompt("voicemail-options-key"));
        assertThat(call.effects()).contains(new CallEffect.MarkHeard(alice.leg(), one));
        alice.presses("3");
        assertThat(call.effects()).contains(new CallEffect.DropMessage(alice.leg(), one));
        assertThat(alice.sounds())
                .containsExactly(
                        prompt("voicemail-deleted"),
                        new CallSound.Message(two),
                        prompt("voicemail-keys"),
                        prompt("voicemail-options-key"));
        alice.presses("1");
        assertThat(alice.sounds()).startsWith(new CallSound.Message(two), prompt("voicemail-keys"));
        alice.presses("4");
        bob.isRung();
    }

    @Test
    void beforeEachMessageIsSaidWhenItCameAndFromWhichNumber() {
        alice.dials("*97");
        MessageId one = new MessageId("c1-r1");
        call.happens(
                new CallEvent.MessagesListed(
                        call.now(),
                        alice.leg(),
                        List.of(
                                new WaitingMessage(
                                        one,
                                        false,
                                        new Destination.ToPerson(DemoCompany.BOB),
                                        Optional.of(Instant.parse("2026-11-21T13:30:00Z")),
                                        Optional.of("102")))));
        assertThat(alice.sounds())
                .containsExactly(
                        prompt("voicemail-new"),
                        prompt("voicemail-received"),
                        prompt("day-21"),
                        prompt("month-11"),
                        prompt("at-time"),
                        prompt("number-2"),
                        prompt("number-30"),
                        prompt("pm"),
                        prompt("voicemail-from"),
                        prompt("number-1"),
                        prompt("number-0"),
                        prompt("number-2"),
                        new CallSound.Message(one),
                        prompt("voicemail-keys"),
                        prompt("voicemail-options-key"));
    }

    @Test
    void anEmptyMailboxSaysSo() {
        alice.dials("*97");
        call.happens(new CallEvent.MessagesListed(call.now(), alice.leg(), List.of()));
        assertThat(alice.sounds())
                .startsWith(prompt("voicemail-none"), prompt("voicemail-options-key"));
        alice.hearsItOut();
        call.isOver();
    }

    @Test
    void aReloadWhileListeningBeginsAgain() {
        alice.dials("*97");
        alice.losesThePage();
        alice.isBack();
        assertThat(call.effects()).contains(new CallEffect.ListMessages(alice.leg(), ALICES));
    }
}
