package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.MailboxId;

/** What callers hear before the tone, and how owners see to it by phone. */
final class GreetingTest {
    private static final MailboxId ALICES = MailboxId.of(DemoCompany.ALICE);
    private static final MessageId USUAL = new MessageId("x-g1");
    private static final MessageId ABSENT = new MessageId("x-g2");

    /** The scenario's first day. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final CompanyPlan PLAN = VoicemailTest.withMailboxes(DemoCompany.plan());

    private final Scenario call = new Scenario(PLAN);
    private final Party alice = call.alice;
    private final Party outsider = call.outsider;

    private void told(boolean own, LocalDate until) {
        call.mailboxes(
                Optional.of(
                        new MailboxFacts(
                                Optional.of(USUAL).filter(_ -> own),
                                Optional.of(ABSENT).filter(_ -> own),
                                Optional.of(until),
                                false)));
    }

    private void nobodyAnswers(String number) {
        outsider.calls(number);
        call.passes(25);
    }

    private void isGreetedBy(CallSound greeting) {
        assertThat(outsider.sounds()).containsExactly(greeting, new CallSound.Tone(ToneKind.BEEP));
    }

    private static CallSound prompt(String name) {
        return new CallSound.Prompt(name);
    }

    @Test
    void theOwnGreetingIsPlayedInsteadOfTheCompanys() {
        told(true, TODAY.minusDays(1));
        nobodyAnswers("+15550100101");
        isGreetedBy(new CallSound.Message(USUAL));
        assertThat(call.reasons())
                .contains(new OnMailbox.OwnGreeting(ALICES))
                .doesNotContain(new OnMailbox.Away(ALICES, TODAY.minusDays(1)));
        outsider.hearsItOut();
        assertThat(call.effects()).hasAtLeastOneElementOfType(CallEffect.RecordMessage.class);
    }

    @Test
    void theAbsentGreetingIsPlayedUntilTheEndOfItsLastDayWhereTheCompanyIs() {
        told(true, TODAY);
        nobodyAnswers("+15550100101");
        isGreetedBy(new CallSound.Message(ABSENT));
        assertThat(call.reasons()).contains(new OnMailbox.Away(ALICES, TODAY));
    }

    @Test
    void theDayEndsByTheCompanysClock() {
        // The scenario begins at ten by UTC, which is eleven in Paris.
        assertThat(PLAN.facts().timeZone().getId()).isEqualTo("Europe/Paris");
        told(true, TODAY);
        call.passes(12.9 * 3_600);
        nobodyAnswers("+15550100101");
        isGreetedBy(new CallSound.Message(ABSENT));
        Scenario later = new Scenario(PLAN);
        later.mailboxes(
                Optional.of(
                        new MailboxFacts(
                                Optional.empty(), Optional.of(ABSENT), Optional.of(TODAY), false)));
        later.passes(13 * 3_600 + 1);
        later.outsider.calls("+15550100101");
        later.passes(25);
        later.outsider.hearsPromptsThenTone("voicemail-greeting");
    }

    @Test
    void anAbsenceWithoutAGreetingOfItsOwnHasTheCompanys() {
        told(false, TODAY.plusDays(3));
        nobodyAnswers("+15550100101");
        isGreetedBy(prompt("voicemail-greeting-away"));
        Scenario ofGroup = new Scenario(PLAN);
        ofGroup.mailboxes(
                Optional.of(
                        new MailboxFacts(
                                Optional.empty(), Optional.empty(), Optional.of(TODAY), false)));
        ofGroup.outsider.calls("+15550100200");
        ofGroup.passes(25);
        ofGroup.outsider.hearsPromptsThenTone("voicemail-greeting-group");
    }

    @Test
    void theStorySaysWhichGreetingItWas() {
        told(true, LocalDate.of(2026, 12, 3));
        nobodyAnswers("+15550100101");
        assertThat(Told.lines(call.logged(), Locale.UK))
                .contains("Mailbox of Alice Durand: the absent greeting, until 3 December 2026.");
        assertThat(Told.lines(call.logged(), Locale.FRENCH))
                .contains(
                        "Messagerie de Alice Durand\u00a0: message d’absence, jusqu’au 3 décembre"
                                + " 2026.");
    }

    @Test
    void aFullMailboxSaysSoAndRecordsNothing() {
        call.mailboxes(
                Optional.of(
                        new MailboxFacts(
                                Optional.of(USUAL), Optional.empty(), Optional.empty(), true)));
        nobodyAnswers("+15550100101");
        outsider.hearsPrompts("voicemail-full");
        assertThat(call.reasons()).contains(new OnMailbox.Full(ALICES));
        outsider.hearsItOut();
        call.isOver();
        assertThat(call.log()).noneMatch(CallEvent.MessageRecorded.class::isInstance);
    }

    @Test
    void whereNothingIsToldInTimeTheCompanysGreetingIsPlayed() {
        call.mailboxes(Optional.empty());
        nobodyAnswers("+15550100101");
        outsider.hearsPromptsThenTone("voicemail-greeting");
        Optional<CallEffect.Hears> heard = call.heardBy(outsider.leg());
        call.happens(
                new MailboxTold(
                        call.now(),
                        outsider.leg(),
                        ALICES,
                        new MailboxFacts(
                                Optional.of(USUAL), Optional.empty(), Optional.empty(), true)));
        assertThat(call.heardBy(outsider.leg())).isEqualTo(heard);
    }

    private void hearsOptions(String... before) {
        alice.hearsPrompts(
                Stream.concat(
                                Stream.of(before),
                                Stream.of(
                                        "voicemail-options",
                                        "voicemail-options-name",
                                        "voicemail-options-back"))
                        .toArray(String[]::new));
    }

    private void opensOptions() {
        alice.dials("*97");
        call.happens(new CallEvent.MessagesListed(call.now(), alice.leg(), List.of()));
        alice.presses("0");
        hearsOptions();
    }

    private MessageId speaks(int seconds) {
        alice.hearsItOut();
        MessageId greeting =
                call.effects().stream()
                        .filter(MailboxEffect.RecordGreeting.class::isInstance)
                        .map(MailboxEffect.RecordGreeting.class::cast)
                        .map(MailboxEffect.RecordGreeting::greeting)
                        .findFirst()
                        .orElseThrow();
        alice.hearsNothing();
        alice.presses("#");
        assertThat(call.effects()).contains(new CallEffect.StopRecording(alice.leg(), greeting));
        call.happens(
                new CallEvent.MessageRecorded(
                        call.now(), alice.leg(), greeting, Duration.ofSeconds(seconds)));
        return greeting;
    }

    private void keeps(GreetingKind kind, MessageId greeting) {
        assertThat(call.effects())
                .contains(new MailboxEffect.KeepGreeting(alice.leg(), ALICES, kind, greeting));
        assertThat(call.reasons()).contains(new OnMailbox.GreetingKept(ALICES, kind));
    }

    @Test
    void anOwnerRecordsHisGreetingHearsItDoesItAgainAndKeepsIt() {
        opensOptions();
        alice.presses("1");
        assertThat(alice.sounds())
                .containsExactly(
                        prompt("voicemail-greeting-record"), new CallSound.Tone(ToneKind.BEEP));
        MessageId first = speaks(4);
        alice.hearsPrompts("voicemail-greeting-review");
        alice.presses("2");
        assertThat(alice.sounds())
                .containsExactly(new CallSound.Message(first), prompt("voicemail-greeting-review"));
        alice.presses("3");
        MessageId second = speaks(3);
        assertThat(second).isNotEqualTo(first);
        alice.presses("1");
        keeps(GreetingKind.USUAL, second);
        hearsOptions("voicemail-greeting-kept");
        alice.presses("*");
        assertThat(call.effects()).contains(new CallEffect.ListMessages(alice.leg(), ALICES));
    }

    @Test
    void whoeverHangsUpInsteadOfKeepingItHasChangedNothing() {
        opensOptions();
        alice.presses("1");
        speaks(4);
        alice.hangsUp();
        call.isOver();
        assertThat(call.reasons()).noneMatch(OnMailbox.GreetingKept.class::isInstance);
        assertThat(call.effects()).noneMatch(MailboxEffect.KeepGreeting.class::isInstance);
    }

    @Test
    void theAbsentGreetingIsAskedItsLastDay() {
        opensOptions();
        alice.presses("2");
        MessageId greeting = speaks(4);
        alice.presses("1");
        keeps(GreetingKind.ABSENT, greeting);
        alice.hearsPrompts("voicemail-greeting-kept", "voicemail-away-until");
        alice.presses("3102#");
        alice.hearsPrompts("voicemail-away-wrong", "voicemail-away-until");
        alice.presses("0312#");
        Optional<LocalDate> until = Optional.of(LocalDate.of(2026, 12, 3));
        assertThat(call.effects())
                .contains(new MailboxEffect.SetAbsence(alice.leg(), ALICES, until));
        assertThat(call.reasons()).contains(new OnMailbox.AbsenceSet(ALICES, until));
        hearsOptions("voicemail-away-set");
        alice.presses("3");
        alice.presses("#");
        assertThat(call.effects())
                .contains(new MailboxEffect.SetAbsence(alice.leg(), ALICES, Optional.empty()));
        hearsOptions("voicemail-away-over");
    }

    @Test
    void theOwnGreetingsAreRemoved() {
        opensOptions();
        alice.presses("4");
        assertThat(call.effects()).contains(new MailboxEffect.RemoveGreetings(alice.leg(), ALICES));
        hearsOptions("voicemail-greeting-standard");
        alice.presses("#");
        call.isOver();
    }

    @Test
    void whoeverSaysNothingIsToldSo() {
        opensOptions();
        alice.presses("1");
        speaks(0);
        hearsOptions("voicemail-greeting-nothing");
    }

    @Test
    void aGreetingIsNotLongerThanCallersArePatient() {
        opensOptions();
        alice.presses("1");
        alice.hearsItOut();
        call.passes(90);
        assertThat(call.effects()).hasAtLeastOneElementOfType(CallEffect.StopRecording.class);
    }

    @Test
    void aReloadWhileRecordingEndsItAndBeginsWithTheOptions() {
        opensOptions();
        alice.presses("1");
        alice.hearsItOut();
        alice.losesThePage();
        alice.isBack();
        assertThat(call.effects()).hasAtLeastOneElementOfType(CallEffect.StopRecording.class);
        hearsOptions();
    }

    @Test
    void aDayIsTheNextOfItsKind() {
        assertThat(LastDay.read("2311", TODAY)).contains(TODAY);
        assertThat(LastDay.read("0101", TODAY)).contains(LocalDate.of(2027, 1, 1));
        assertThat(LastDay.read("2902", TODAY)).isEmpty();
        assertThat(LastDay.read("2902", LocalDate.of(2027, 5, 1)))
                .contains(LocalDate.of(2028, 2, 29));
        for (String wrong : List.of("", "3", "311", "0013", "1300", "3104")) {
            assertThat(LastDay.read(wrong, TODAY)).as(wrong).isEmpty();
        }
    }

    @Test
    void anOwnerRecordsHisNameAndHearsItBeforeItIsKept() {
        opensOptions();
        alice.presses("5");
        assertThat(alice.sounds())
                .containsExactly(
                        prompt("voicemail-name-record"), new CallSound.Tone(ToneKind.BEEP));
        alice.hearsItOut();
        MessageId name =
                call.effects().stream()
                        .filter(NameEffect.RecordName.class::isInstance)
                        .map(NameEffect.RecordName.class::cast)
                        .filter(order -> order.room().isEmpty())
                        .map(NameEffect.RecordName::name)
                        .findFirst()
                        .orElseThrow();
        call.happens(
                new CallEvent.MessageRecorded(
                        call.now(), alice.leg(), name, Duration.ofMillis(900)));
        assertThat(alice.sounds())
                .containsExactly(new CallSound.Message(name), prompt("voicemail-name-review"));
        alice.presses("1");
        keeps(GreetingKind.NAME, name);
        hearsOptions("voicemail-name-kept");
        alice.presses("6");
        assertThat(call.effects()).contains(new MailboxEffect.RemoveName(alice.leg(), ALICES));
        hearsOptions("voicemail-name-removed");
        assertThat(Told.lines(call.logged(), Locale.UK))
                .contains("Mailbox of Alice Durand: the name of its owner was recorded by phone.");
    }

    @Test
    void aNameWhoseEndIsNotToldIsNotWaitedForLong() {
        opensOptions();
        alice.presses("5");
        alice.hearsItOut();
        call.passes(6);
        assertThat(call.effects()).hasAtLeastOneElementOfType(CallEffect.StopRecording.class);
    }

    @Test
    void aDepartmentHasNoName() {
        alice.dials("*97200");
        call.happens(new CallEvent.MessagesListed(call.now(), alice.leg(), List.of()));
        alice.presses("0");
        alice.hearsPrompts("voicemail-options", "voicemail-options-back");
        alice.presses("56");
        alice.hearsPrompts("voicemail-options", "voicemail-options-back");
    }
}
