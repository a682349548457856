package org.sonnerie.trunk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.fake.Sdp;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;

/** What carriers do besides plain calls, message by message. */
final class DialogScenarioTest {
    private static final String CONTACT = "Contact: <sip:carrier@192.0.2.1>\n";
    private static final String REST =
            "From: <sip:+33145678901@192.0.2.1>;tag=theirs\nCall-ID: in\n" + CONTACT;

    private final Script script = new Script(Optional.empty());

    private static String invite(long cseq, String tag) {
        return "INVITE sip:+15550100101@198.51.100.1 SIP/2.0\nTo: <sip:+15550100101@198.51.100.1>"
                + tag
                + "\nCSeq: "
                + cseq
                + " INVITE\n"
                + REST;
    }

    private String inDialog(String method, long cseq) {
        String to = script.lastResponse().headers().first("To").orElseThrow();
        return method
                + " sip:pbx@198.51.100.1 SIP/2.0\nTo: "
                + to
                + "\nCSeq: "
                + cseq
                + " "
                + method
                + "\n"
                + REST;
    }

    private TrunkCallId talking() {
        script.asks(invite(1, ""), Sdp.OFFER);
        TrunkCallId call = script.heard(TrunkEvent.CallArrived.class).getFirst().call();
        script.does(new TrunkCommand.Answer(call, Sdp.ANSWER));
        script.asks(inDialog("ACK", 1), "");
        return call;
    }

    @Test
    void aReofferIsToldAndAnswered() {
        TrunkCallId call = talking();
        script.asks(inDialog("INVITE", 2), Sdp.OTHER);
        assertThat(script.heard(TrunkEvent.Reoffered.class))
                .containsExactly(new TrunkEvent.Reoffered(call, Sdp.OTHER));
        script.does(new TrunkCommand.AnswerReoffer(call, Optional.of(Sdp.OFFER)));
        assertThat(script.lastResponse().status()).isEqualTo(200);
        assertThat(script.lastResponse().sdp()).contains(Sdp.OFFER);
    }

    @Test
    void aRefreshIsAnsweredWithoutAsking() {
        talking();
        SipResponse answer = script.asks(inDialog("INVITE", 2), Sdp.OFFER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.sdp()).contains(Sdp.ANSWER);
        assertThat(script.heard(TrunkEvent.Reoffered.class)).isEmpty();
    }

    @Test
    void whoIsRefusedForWantOfRoomIsToldWhenToTryAgain() {
        script.asks(invite(1, ""), Sdp.OFFER);
        TrunkCallId call = script.heard(TrunkEvent.CallArrived.class).getFirst().call();
        script.does(new TrunkCommand.HangUp(call, HangupCause.CONGESTION));
        assertThat(script.lastResponse().status()).isEqualTo(503);
        assertThat(script.lastResponse().headers().first("Retry-After")).contains("10");
    }

    @Test
    void anUnansweredReofferIsRefusedInTheEnd() {
        talking();
        script.asks(inDialog("INVITE", 2), Sdp.OTHER);
        assertThat(script.asks(inDialog("INVITE", 3), Sdp.OTHER).status()).isEqualTo(500);
        script.passes(Duration.ofSeconds(11));
        assertThat(script.sent)
                .anyMatch(m -> m instanceof SipResponse response && response.status() == 488);
        assertThat(script.legs()).isEqualTo(1);
    }

    @Test
    void aReofferBeforeTheAckIsPending() {
        script.asks(invite(1, ""), Sdp.OFFER);
        TrunkCallId call = script.heard(TrunkEvent.CallArrived.class).getFirst().call();
        script.does(new TrunkCommand.Answer(call, Sdp.ANSWER));
        assertThat(script.asks(inDialog("INVITE", 2), Sdp.OTHER).status()).isEqualTo(491);
    }

    @Test
    void aCallWithoutOfferIsOfferedAndItsAnswerTold() {
        script.asks(invite(1, ""), "");
        TrunkEvent.CallArrived arrived = script.heard(TrunkEvent.CallArrived.class).getFirst();
        assertThat(arrived.sdp()).isEmpty();
        script.does(new TrunkCommand.Answer(arrived.call(), Sdp.OFFER));
        script.asks(inDialog("ACK", 1), Sdp.ANSWER);
        assertThat(script.heard(TrunkEvent.Answered.class))
                .containsExactly(new TrunkEvent.Answered(arrived.call(), Optional.of(Sdp.ANSWER)));
    }

    @Test
    void anAnswerWithoutAckIsRepeatedThenHungUp() {
        script.asks(invite(1, ""), Sdp.OFFER);
        TrunkCallId call = script.heard(TrunkEvent.CallArrived.class).getFirst().call();
        script.does(new TrunkCommand.Answer(call, Sdp.ANSWER));
        script.passes(Duration.ofSeconds(33));
        long answers =
                script.sent.stream()
                        .filter(m -> m instanceof SipResponse r && r.status() == 200)
                        .filter(m -> m.cseq().method().equals("INVITE"))
                        .count();
        assertThat(answers).isBetween(9L, 12L);
        assertThat(script.all("BYE")).isNotEmpty();
        assertThat(script.heard(TrunkEvent.Ended.class).getFirst().cause())
                .isEqualTo(HangupCause.CONGESTION);
    }

    @Test
    void byeWaitsForTheAck() {
        script.asks(invite(1, ""), Sdp.OFFER);
        TrunkCallId call = script.heard(TrunkEvent.CallArrived.class).getFirst().call();
        script.does(new TrunkCommand.Answer(call, Sdp.ANSWER));
        script.does(new TrunkCommand.HangUp(call, HangupCause.NORMAL));
        assertThat(script.all("BYE")).isEmpty();
        script.asks(inDialog("ACK", 1), "");
        assertThat(script.last("BYE").headers().first("Reason")).contains("Q.850;cause=16");
    }

    @Test
    void requestsOfNoDialogAreToldSo() {
        talking();
        String stray = inDialog("BYE", 5).replace("Call-ID: in", "Call-ID: other");
        assertThat(script.asks(stray, "").status()).isEqualTo(481);
        assertThat(script.asks(invite(7, ";tag=none"), Sdp.OFFER).status()).isEqualTo(481);
        assertThat(script.asks(invite(7, "").replace("INVITE", "CANCEL"), "").status())
                .isEqualTo(481);
        assertThat(script.asks(inDialog("INFO", 8), "").status()).isEqualTo(405);
    }

    @Test
    void theMachineNamedInContactMaySpeakInsideItsDialogOnly() {
        script.asks(invite(1, "").replace("carrier@192.0.2.1", "carrier@192.0.2.9"), Sdp.OFFER);
        TrunkCallId call = script.heard(TrunkEvent.CallArrived.class).getFirst().call();
        script.does(new TrunkCommand.Answer(call, Sdp.ANSWER));
        script.asks(inDialog("ACK", 1), "");
        String bye = inDialog("BYE", 2);
        script.carrierSpeaksFrom("192.0.2.9");
        int sent = script.sent.size();
        script.asks(invite(9, "").replace("Call-ID: in", "Call-ID: new"), Sdp.OFFER);
        assertThat(script.sent).hasSize(sent);
        assertThat(script.asks(bye, "").status()).isEqualTo(200);
        assertThat(script.legs()).isZero();
    }

    @Test
    void anInviteForkedOnItsWayIsRefusedOnce() {
        script.asks(invite(1, ""), Sdp.OFFER);
        assertThat(script.asks(invite(1, ""), Sdp.OFFER).status()).isEqualTo(482);
        assertThat(script.heard(TrunkEvent.CallArrived.class)).hasSize(1);
    }

    @Test
    void routesAreFollowed() {
        script.calls();
        script.answers(
                "INVITE",
                200,
                "a",
                "Record-Route: <sip:p2.test;lr>, <sip:p1.test;lr>\n" + CONTACT,
                Sdp.ANSWER);
        SipRequest ack = script.last("ACK");
        assertThat(ack.uri()).isEqualTo("sip:carrier@192.0.2.1");
        assertThat(ack.headers().lines("Route"))
                .containsExactly("<sip:p1.test;lr>", "<sip:p2.test;lr>");
    }

    @Test
    void theSecondAnswerOfAForkIsHungUp() {
        script.calls();
        script.answers("INVITE", 180, "a", CONTACT, "");
        script.answers("INVITE", 200, "a", CONTACT, Sdp.ANSWER);
        script.answers("INVITE", 200, "b", CONTACT, Sdp.OTHER);
        assertThat(script.heard(TrunkEvent.Answered.class)).hasSize(1);
        assertThat(script.all("ACK")).hasSize(2);
        assertThat(script.last("BYE").to().tag()).contains("b");
        script.answers("INVITE", 200, "a", CONTACT, Sdp.ANSWER);
        assertThat(script.all("ACK")).hasSize(3);
        assertThat(script.heard(TrunkEvent.Ended.class)).isEmpty();
        assertThat(script.legs()).isEqualTo(1);
    }

    @Test
    void theReasonSaysMoreThanAVagueStatus() {
        script.calls();
        script.answers("INVITE", 480, "a", "Reason: Q.850 ;cause=19;text=\"no answer\"\n", "");
        assertThat(script.heard(TrunkEvent.Ended.class))
                .containsExactly(new TrunkEvent.Ended(Script.OUT, HangupCause.NO_ANSWER, 480));
    }
}
