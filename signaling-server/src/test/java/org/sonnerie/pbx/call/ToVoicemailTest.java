package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;

/** A caller whom somebody leads to a colleague's mailbox. */
final class ToVoicemailTest {
    private static final MailboxId BOBS = MailboxId.of(DemoCompany.BOB);

    private final Scenario call = new Scenario(VoicemailTest.withMailboxes(DemoCompany.plan()));

    @Test
    void leavesAMessageThereAndBobsPhoneDoesNotRing() {
        call.outsider.calls("+15550100101");
        call.alice.rings();
        call.alice.answers();
        call.happens(
                new CallEvent.Transferred(
                        call.now(), call.alice.leg(), "102", new Destination.ToMailbox(BOBS), ""));
        assertThat(call.call().leg(call.alice.leg()).orElseThrow().ended())
                .contains(EndReason.TRANSFERRED);
        assertThat(call.effects()).noneMatch(CallEffect.RingPerson.class::isInstance);
        call.outsider.hearsItOut();
        assertThat(call.effects())
                .contains(
                        new CallEffect.RecordMessage(
                                call.outsider.leg(),
                                new MessageId("c-r1"),
                                BOBS,
                                new Named("Jeanne", "+33612345678")));
        call.passes(30);
        call.outsider.presses("#");
        call.happens(
                new CallEvent.MessageRecorded(
                        call.now(),
                        call.outsider.leg(),
                        new MessageId("c-r1"),
                        Duration.ofSeconds(30)));
        call.outsider.hangsUp();
        assertThat(call.call().ended()).isTrue();
    }
}
