package org.sonnerie.trunk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.fake.Sdp;

/** Our caller against our callee, over a network that is good or bad. */
final class CallScenarioTest {
    private static final TrunkCallId CALL = new TrunkCallId("call-1");
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(12);

    private BadNetwork net = new BadNetwork(1, 0, Transport.UDP);

    private void weCall() {
        net.us.does(
                new TrunkCommand.PlaceCall(
                        CALL,
                        BadNetwork.TRUNK,
                        "+33145678901",
                        Optional.of("+15550100101"),
                        "Zoë \"Z\"",
                        Sdp.OFFER));
    }

    private TrunkEvent.CallArrived arrived() {
        net.pass(MOMENT);
        return net.carrier.heard(TrunkEvent.CallArrived.class).getFirst();
    }

    private TrunkCallId talking() {
        weCall();
        TrunkCallId theirs = arrived().call();
        net.carrier.does(new TrunkCommand.Ring(theirs));
        net.pass(MOMENT);
        net.carrier.does(new TrunkCommand.Answer(theirs, Sdp.ANSWER));
        net.pass(MOMENT);
        return theirs;
    }

    private static TrunkEvent.Ended ended(BadNetwork.Side side) {
        List<TrunkEvent.Ended> ends = side.heard(TrunkEvent.Ended.class);
        assertThat(ends).hasSize(1);
        return ends.getFirst();
    }

    private void nothingIsLeft() {
        net.pass(LONG);
        assertThat(net.us.calls()).isZero();
        assertThat(net.carrier.calls()).isZero();
        assertThat(net.us.heard(TrunkEvent.Ended.class)).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void talksAndTheCallerHangsUp(Transport transport) {
        net = new BadNetwork(1, 0, transport);
        talking();
        assertThat(net.us.heard(TrunkEvent.Ringing.class)).hasSize(1);
        assertThat(net.us.heard(TrunkEvent.Answered.class).getFirst().sdp()).contains(Sdp.ANSWER);
        net.us.does(new TrunkCommand.HangUp(CALL, HangupCause.NORMAL));
        net.pass(MOMENT);
        assertThat(ended(net.carrier).cause()).isEqualTo(HangupCause.NORMAL);
        assertThat(ended(net.us).cause()).isEqualTo(HangupCause.NORMAL);
        nothingIsLeft();
    }

    @Test
    void talksAndTheCalleeHangsUp() {
        TrunkCallId theirs = talking();
        net.carrier.does(new TrunkCommand.HangUp(theirs, HangupCause.NORMAL));
        net.pass(MOMENT);
        assertThat(ended(net.us)).isEqualTo(new TrunkEvent.Ended(CALL, HangupCause.NORMAL, 200));
        nothingIsLeft();
    }

    @Test
    void saysWhoCallsWhom() {
        weCall();
        TrunkEvent.CallArrived arrived = arrived();
        assertThat(arrived.called()).isEqualTo("+33145678901");
        assertThat(arrived.caller()).contains("+15550100101");
        assertThat(arrived.callerName()).isEqualTo("Zoë \"Z\"");
        assertThat(arrived.sdp()).contains(Sdp.OFFER);
        assertThat(arrived.sourceAddress()).isEqualTo("192.0.2.1");
    }

    @Test
    void keepsAnAnonymousCallerSecret() {
        net.us.does(
                new TrunkCommand.PlaceCall(
                        CALL, BadNetwork.TRUNK, "112", Optional.empty(), "Alice", Sdp.OFFER));
        TrunkEvent.CallArrived arrived = arrived();
        assertThat(arrived.called()).isEqualTo("112");
        assertThat(arrived.caller()).isEmpty();
        assertThat(arrived.callerName()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = HangupCause.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NORMAL", "CANCELLED"})
    void tellsWhyACallIsRefused(HangupCause cause) {
        weCall();
        net.carrier.does(new TrunkCommand.HangUp(arrived().call(), cause));
        net.pass(MOMENT);
        assertThat(ended(net.us)).isEqualTo(new TrunkEvent.Ended(CALL, cause, cause.sipStatus()));
        nothingIsLeft();
    }

    @Test
    void takesACallBackThatRings() {
        weCall();
        net.carrier.does(new TrunkCommand.Ring(arrived().call()));
        net.pass(MOMENT);
        net.us.does(new TrunkCommand.HangUp(CALL, HangupCause.NO_ANSWER));
        net.pass(MOMENT);
        assertThat(ended(net.carrier).cause()).isEqualTo(HangupCause.CANCELLED);
        assertThat(ended(net.us).cause()).isEqualTo(HangupCause.NO_ANSWER);
        nothingIsLeft();
    }

    @Test
    void takesACallBackBeforeAnythingCame() {
        weCall();
        net.us.does(new TrunkCommand.HangUp(CALL, HangupCause.CANCELLED));
        net.pass(MOMENT);
        assertThat(ended(net.carrier).cause()).isEqualTo(HangupCause.CANCELLED);
        nothingIsLeft();
    }

    @Test
    void anAnswerThatCrossesTheCancelIsHungUp() {
        weCall();
        TrunkCallId theirs = arrived().call();
        net.carrier.does(new TrunkCommand.Answer(theirs, Sdp.ANSWER));
        net.us.does(new TrunkCommand.HangUp(CALL, HangupCause.CANCELLED));
        net.pass(MOMENT);
        assertThat(net.us.heard(TrunkEvent.Answered.class)).isEmpty();
        assertThat(net.carrier.heard(TrunkEvent.Ended.class)).hasSize(1);
        nothingIsLeft();
    }

    @Test
    void hearsEarlyMediaAndTheSameAnswerAfterIt() {
        weCall();
        TrunkCallId theirs = arrived().call();
        net.carrier.does(new TrunkCommand.Progress(theirs, Sdp.ANSWER));
        net.pass(MOMENT);
        assertThat(net.us.heard(TrunkEvent.EarlyMedia.class).getFirst().sdp())
                .isEqualTo(Sdp.ANSWER);
        net.carrier.does(new TrunkCommand.Answer(theirs, Sdp.ANSWER));
        net.pass(MOMENT);
        assertThat(net.us.heard(TrunkEvent.Answered.class)).hasSize(1);
    }

    @Test
    void givesUpACallNobodyAnswers() {
        weCall();
        arrived();
        nothingIsLeft();
        assertThat(ended(net.us).cause()).isEqualTo(HangupCause.NO_ANSWER);
    }

    @Test
    void commandsSaidTwiceDoNothingMore() {
        TrunkCallId theirs = talking();
        net.carrier.does(new TrunkCommand.Answer(theirs, Sdp.OTHER));
        weCall();
        net.us.does(new TrunkCommand.HangUp(CALL, HangupCause.NORMAL));
        net.us.does(new TrunkCommand.HangUp(CALL, HangupCause.NORMAL));
        net.pass(MOMENT);
        weCall();
        net.pass(MOMENT);
        assertThat(net.carrier.heard(TrunkEvent.CallArrived.class)).hasSize(1);
        nothingIsLeft();
    }

    @Test
    void seesThatTheTrunkStands() {
        net.pass(MOMENT);
        assertThat(net.us.heard(TrunkEvent.TrunkStateChanged.class).getFirst().state())
                .isEqualTo(TrunkState.UP);
    }

    @Test
    void aDeadTrunkIsSeenAndItsCallsEnd() {
        net = new BadNetwork(1, 100, Transport.UDP);
        weCall();
        net.pass(Duration.ofSeconds(40));
        assertThat(net.us.heard(TrunkEvent.TrunkStateChanged.class).getFirst().state())
                .isEqualTo(TrunkState.DOWN);
        assertThat(ended(net.us)).isEqualTo(new TrunkEvent.Ended(CALL, HangupCause.CONGESTION, 0));
        nothingIsLeft();
    }

    /** Half of all packets lost or doubled: a call may fail, but both sides must see its end. */
    @ParameterizedTest
    @CsvSource({"10", "30", "50"})
    void everyCallEndsOnABadNetwork(int lossPercent) {
        int talked = 0;
        for (int seed = 0; seed < 40; seed++) {
            net = new BadNetwork(seed, lossPercent, Transport.UDP);
            weCall();
            net.pass(Duration.ofSeconds(15));
            for (TrunkEvent.CallArrived call : net.carrier.heard(TrunkEvent.CallArrived.class)) {
                net.carrier.does(new TrunkCommand.Ring(call.call()));
                net.pass(Duration.ofSeconds(seed % 3));
                net.carrier.does(new TrunkCommand.Answer(call.call(), Sdp.ANSWER));
            }
            net.pass(Duration.ofSeconds(20));
            talked += net.us.heard(TrunkEvent.Answered.class).size();
            net.us.does(new TrunkCommand.HangUp(CALL, HangupCause.NORMAL));
            net.pass(LONG);
            // Where every BYE was lost, silence of the media ends the callee's leg.
            net.carrier
                    .heard(TrunkEvent.CallArrived.class)
                    .forEach(call ->
                            net.carrier.does(
                                    new TrunkCommand.HangUp(call.call(), HangupCause.NORMAL)));
            net.pass(LONG);
            int arrivals = net.carrier.heard(TrunkEvent.CallArrived.class).size();
            assertThat(net.us.heard(TrunkEvent.Ended.class)).as("seed %s", seed).hasSize(1);
            assertThat(net.carrier.heard(TrunkEvent.Ended.class))
                    .as("seed %s: %s", seed, net.trace())
                    .hasSize(arrivals);
            assertThat(net.us.calls()).as("seed %s", seed).isZero();
            assertThat(net.carrier.calls()).as("seed %s", seed).isZero();
        }
        assertThat(talked).isGreaterThan(lossPercent == 50 ? 20 : 35);
    }
}
