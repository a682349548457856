package org.sonnerie.trunk.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four machines of RFC 3261 section 17 and RFC 6026, their time in the hand of the test. */
final class TransactionTest {
    private static final Instant START = Instant.EPOCH;

    private static SipRequest request(String method) {
        String text =
                " sip:x@y SIP/2.0\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\nFrom: <sip:a@b>;tag=1\n"
                        + "To: <sip:x@y>\nCall-ID: c\nCSeq: 1 "
                        + method
                        + "\n\n";
        ParseResult result = SipParser.parse(Vectors.message(method + text));
        return (SipRequest) ((ParseResult.Parsed) result).message();
    }

    private static SipResponse answer(String method, int status) {
        return SipResponse.to(request(method), status, "tag");
    }

    private static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1_000));
    }

    /** Lets a client machine run alone and notes when it sends. */
    private static List<Double> sends(ClientTransaction.Step first) {
        List<Double> times = new ArrayList<>(List.of(0.0));
        ClientTransaction transaction = first.next();
        while (!transaction.over()) {
            Instant due = transaction.deadline();
            ClientTransaction.Step step = transaction.onTime(due);
            for (TransactionEffect effect : step.effects()) {
                boolean gaveUp = effect instanceof TransactionEffect.GiveUp;
                times.add((gaveUp ? -1 : 1) * due.toEpochMilli() / 1_000.0);
            }
            transaction = step.next();
        }
        return times;
    }

    @Test
    void anInviteIsRepeatedEverMoreSlowlyAndGivenUp() {
        assertThat(sends(InviteClientTransaction.start(request("INVITE"), false, START)))
                .containsExactly(0.0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5, -32.0);
        assertThat(sends(InviteClientTransaction.start(request("INVITE"), true, START)))
                .containsExactly(0.0, -32.0);
    }

    @Test
    void anotherRequestIsRepeatedEveryFourSecondsInTheEnd() {
        assertThat(sends(NonInviteClientTransaction.start(request("BYE"), false, START)))
                .containsExactly(
                        0.0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5, -32.0);
    }

    @Test
    void aProvisionalAnswerStopsTheInviteAndSlowsTheOthers() {
        ClientTransaction invite =
                InviteClientTransaction.start(request("INVITE"), false, START)
                        .next()
                        .on(answer("INVITE", 180), at(0.1))
                        .next();
        assertThat(invite.deadline()).isEqualTo(Timing.NEVER);
        ClientTransaction bye =
                NonInviteClientTransaction.start(request("BYE"), false, START)
                        .next()
                        .on(answer("BYE", 100), at(0.1))
                        .next();
        assertThat(bye.deadline()).isEqualTo(at(4.1));
    }

    @Test
    void aRefusalIsAcknowledgedAsOftenAsItComes() {
        ClientTransaction.Step refused =
                InviteClientTransaction.start(request("INVITE"), false, START)
                        .next()
                        .on(answer("INVITE", 486), at(1));
        assertThat(refused.effects()).hasSize(2);
        SipRequest ack =
                (SipRequest) ((TransactionEffect.Transmit) refused.effects().getFirst()).message();
        assertThat(ack.method()).isEqualTo("ACK");
        assertThat(ack.via()).isEqualTo(request("INVITE").via());
        assertThat(ack.to().tag()).contains("tag");
        assertThat(refused.next().on(answer("INVITE", 486), at(2)).effects())
                .containsExactly(new TransactionEffect.Transmit(ack));
        assertThat(refused.next().onTime(at(33)).next().over()).isTrue();
    }

    @Test
    void everyAcceptanceIsDeliveredUntilTimerM() {
        ClientTransaction accepted =
                InviteClientTransaction.start(request("INVITE"), false, START)
                        .next()
                        .on(answer("INVITE", 200), at(1))
                        .next();
        assertThat(accepted.on(answer("INVITE", 200), at(2)).effects())
                .containsExactly(new TransactionEffect.Deliver(answer("INVITE", 200)));
        assertThat(accepted.onTime(at(32.9)).next().over()).isFalse();
        assertThat(accepted.onTime(at(33)).next().over()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"INVITE", "BYE"})
    void whatCannotBeSentIsGivenUp(String method) {
        ClientTransaction begun =
                method.equals("INVITE")
                        ? InviteClientTransaction.start(request(method), true, START).next()
                        : NonInviteClientTransaction.start(request(method), true, START).next();
        assertThat(begun.onSendFailed().effects()).containsExactly(new TransactionEffect.GiveUp());
        assertThat(begun.onSendFailed().next().over()).isTrue();
    }

    @Test
    void aRefusedInviteIsRefusedAgainUntilItsAck() {
        ServerTransaction begun = InviteServerTransaction.start(false);
        ServerTransaction refused = begun.respond(answer("INVITE", 486), START).next();
        List<Instant> times = new ArrayList<>();
        ServerTransaction running = refused;
        for (int i = 0; i < 4; i++) {
            times.add(running.deadline());
            running = running.onTime(running.deadline()).next();
        }
        assertThat(times).containsExactly(at(0.5), at(1.5), at(3.5), at(7.5));
        ServerTransaction confirmed = running.on(request("ACK"), at(8)).next();
        assertThat(confirmed.deadline()).isEqualTo(at(13));
        assertThat(confirmed.on(request("INVITE"), at(9)).effects()).isEmpty();
        assertThat(refused.onTime(at(32)).next().over()).isTrue();
    }

    @Test
    void anAcceptedInviteLetsTheUserRepeatHisAnswer() {
        TransactionEffect ok = new TransactionEffect.Transmit(answer("INVITE", 200));
        ServerTransaction.Step accepted =
                InviteServerTransaction.start(false).respond(answer("INVITE", 200), START);
        assertThat(accepted.effects()).containsExactly(ok);
        assertThat(accepted.next().on(request("INVITE"), at(1)).effects()).isEmpty();
        assertThat(accepted.next().respond(answer("INVITE", 200), at(1)).effects())
                .containsExactly(ok);
        assertThat(accepted.next().respond(answer("INVITE", 500), at(1)).effects()).isEmpty();
        assertThat(accepted.next().onTime(at(32)).next().over()).isTrue();
    }

    @Test
    void aRepeatedRequestGetsItsAnswerAgain() {
        ServerTransaction begun = NonInviteServerTransaction.start(false);
        assertThat(begun.on(request("BYE"), START).effects()).isEmpty();
        ServerTransaction answered = begun.respond(answer("BYE", 200), START).next();
        assertThat(answered.on(request("BYE"), at(1)).effects())
                .containsExactly(new TransactionEffect.Transmit(answer("BYE", 200)));
        assertThat(answered.onTime(at(32)).next().over()).isTrue();
        assertThat(
                        NonInviteServerTransaction.start(true)
                                .respond(answer("BYE", 200), START)
                                .next()
                                .over())
                .isTrue();
    }
}
