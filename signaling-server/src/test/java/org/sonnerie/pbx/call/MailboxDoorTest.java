package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Counter;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.Outside;
import org.sonnerie.pbx.plan.PublicNumber;

/** Messages heard from anywhere by extension and PIN, and those of groups from one's own phone. */
final class MailboxDoorTest {
    private static final String NUMBER = "+15550100198";
    private static final MailboxId ALICES = MailboxId.of(DemoCompany.ALICE);
    private static final MessageId ONE = new MessageId("c1-r1");
    private static final MessageId TWO = new MessageId("c2-r1");
    private static final Destination BOB = new Destination.ToPerson(DemoCompany.BOB);
    private static final Destination OUTSIDE = new Destination.ToOutside("+33612345678", false);

    private final Scenario call = new Scenario(plan());
    private final Party alice = call.alice;
    private final Party carol = call.carol;
    private final Party outsider = call.outsider;

    private static CompanyPlan plan() {
        CompanyPlan plan =
                VoicemailTest.withMailboxes(Counter.at(DemoCompany.plan(), Counter.support()));
        Outside outside = plan.outside();
        List<PublicNumber> numbers = new ArrayList<>(outside.numbers());
        numbers.add(new PublicNumber(NUMBER, new Destination.ToVoicemailAccess()));
        return plan.with(
                        new Outside(
                                numbers, outside.trunks(), outside.rules(), outside.screening()))
                .consistent();
    }

    private void says(String... prompts) {
        assertThat(outsider.sounds()).extracting(Object::toString).isEqualTo(texts(prompts));
    }

    private static List<String> texts(String... prompts) {
        return List.of(prompts).stream()
                .map(name -> new CallSound.Prompt(name).toString())
                .toList();
    }

    private void types(String keys) {
        keys.chars().forEach(key -> outsider.presses(String.valueOf((char) key)));
    }

    private void isAskedForThePinOf(String extension) {
        assertThat(call.effects())
                .contains(new CallEffect.CollectMailboxPin(outsider.leg(), extension));
    }

    private void pinIsRight() {
        call.happens(new CallEvent.SecretAccepted(call.now(), outsider.leg(), SecretRole.OWNER));
    }

    private void pinIsWrong() {
        call.happens(new CallEvent.SecretRefused(call.now(), outsider.leg()));
    }

    private void hears(Destination callBack) {
        outsider.calls(NUMBER);
        types("101#");
        pinIsRight();
        call.happens(
                new CallEvent.MessagesListed(
                        call.now(),
                        outsider.leg(),
                        List.of(
                                new WaitingMessage(ONE, false, callBack),
                                new WaitingMessage(TWO, true, callBack))));
    }

    @Test
    void extensionAndPinOpenTheMailbox() {
        outsider.calls(NUMBER);
        outsider.isAnswered();
        says("voicemail-extension");
        outsider.presses("1");
        outsider.hearsNothing();
        types("01#");
        says("voicemail-pin");
        isAskedForThePinOf("101");
        pinIsRight();
        assertThat(call.effects()).contains(new CallEffect.ListMessages(outsider.leg(), ALICES));
    }

    @Test
    void nobodyIsToldWhetherThereIsSuchAnExtension() {
        outsider.calls(NUMBER);
        types("777#");
        says("voicemail-pin");
        isAskedForThePinOf("777");
        pinIsWrong();
        says("voicemail-pin-wrong", "voicemail-extension");
    }

    @Test
    void afterThreeMistakesItSaysGoodbye() {
        outsider.calls(NUMBER);
        for (int i = 0; i < 3; i++) {
            types("101#");
            pinIsWrong();
        }
        says("conference-refused");
        outsider.hearsItOut();
        call.isOver();
    }

    @Test
    void whoeverSaysNothingIsAskedThreeTimes() {
        outsider.calls(NUMBER);
        call.passes(20);
        says("voicemail-pin-wrong", "voicemail-extension");
        call.passes(50);
        call.isOver();
    }

    @Test
    void whoeverGuessesAllDayIsRefusedAtOnce() {
        outsider.calls(NUMBER);
        types("101#");
        call.happens(new CallEvent.SecretBlocked(call.now(), outsider.leg()));
        says("conference-refused");
    }

    @Test
    void aDeletionIsTakenBackEvenOfTheLast() {
        hears(BOB);
        outsider.presses("3");
        assertThat(call.effects()).contains(new CallEffect.DropMessage(outsider.leg(), ONE));
        outsider.presses("5");
        assertThat(call.effects()).contains(new CallEffect.RestoreMessage(outsider.leg(), ONE));
        assertThat(outsider.sounds())
                .startsWith(new CallSound.Prompt("voicemail-restored"), new CallSound.Message(ONE));
        outsider.presses("2");
        outsider.presses("3");
        assertThat(outsider.sounds())
                .startsWith(
                        new CallSound.Prompt("voicemail-deleted"),
                        new CallSound.Prompt("voicemail-end"));
        outsider.presses("5");
        assertThat(call.effects()).contains(new CallEffect.RestoreMessage(outsider.leg(), TWO));
        outsider.presses("2");
        outsider.hearsItOut();
        call.isOver();
    }

    @Test
    void aMessageIsForwardedToWhoeverHasAMailbox() {
        hears(BOB);
        outsider.presses("6");
        says("voicemail-forward");
        types("400#");
        says("voicemail-no-mailbox", "voicemail-keys");
        outsider.presses("6");
        types("103#");
        assertThat(call.effects())
                .contains(
                        new CallEffect.ForwardMessage(
                                outsider.leg(), ONE, MailboxId.of(DemoCompany.CAROL)));
        says("voicemail-forwarded", "voicemail-keys");
        outsider.presses("6");
        outsider.presses("*");
        says("voicemail-keys");
        outsider.presses("1");
        assertThat(outsider.sounds()).startsWith(new CallSound.Message(ONE));
    }

    @Test
    void aPinAloneCallsBackInsideTheCompanyOnly() {
        hears(BOB);
        outsider.presses("4");
        call.bob.isRung();
        MailboxDoorTest other = new MailboxDoorTest();
        other.hears(OUTSIDE);
        other.outsider.presses("4");
        other.says("call-forbidden", "voicemail-keys");
    }

    @Test
    void aMemberOpensTheMailboxOfHisGroupFromHisPhone() {
        alice.dials("*97200");
        assertThat(call.effects())
                .contains(
                        new CallEffect.ListMessages(alice.leg(), MailboxId.of(DemoCompany.SALES)));
    }

    @Test
    void anotherMayNot() {
        carol.dials("*97200");
        carol.hearsTone(ToneKind.ERROR);
        Scenario other = new Scenario(plan());
        other.alice.dials("*97102");
        other.alice.hearsTone(ToneKind.ERROR);
    }

    @Test
    void anAgentOpensTheMailboxOfHisQueue() {
        carol.dials("*97300");
        assertThat(call.effects())
                .contains(new CallEffect.ListMessages(carol.leg(), MailboxId.of(Counter.SUPPORT)));
    }
}
