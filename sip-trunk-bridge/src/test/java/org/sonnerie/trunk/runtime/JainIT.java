package org.sonnerie.trunk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.api.TrunkEvent.TrunkStateChanged;
import org.sonnerie.trunk.fake.KnownPassword;
import org.sonnerie.trunk.fake.Sdp;
import org.sonnerie.trunk.jain.JainPeer;
import org.sonnerie.trunk.jain.JainProof;

/** Another stack at the other end that needs no program installed. */
final class JainIT {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
        assertThat(bench.counted("sip_loop_faults")).isZero();
    }

    private JainPeer registered(Transport transport, String algorithm) throws InterruptedException {
        int port = Bench.freePort();
        JainProof proof = new JainProof(algorithm, "branch7", "secret3");
        JainPeer peer = new JainPeer(port, transport == Transport.TCP ? "tcp" : "udp", proof);
        bench.configure(
                Bench.registering(
                        transport,
                        port,
                        new TrunkAccount.Registration(
                                "pbx",
                                Optional.of("branch7"),
                                new KnownPassword("secret3"),
                                Optional.empty(),
                                Optional.empty(),
                                120)));
        peer.await("registered for 120 s");
        assertThat(bench.await(TrunkStateChanged.class).state()).isEqualTo(TrunkState.UP);
        return peer;
    }

    @ParameterizedTest
    @CsvSource({"UDP, MD5", "UDP, SHA-256", "TCP, MD5", "TCP, SHA-256"})
    void registersIsCalledAndHungUp(Transport transport, String algorithm)
            throws InterruptedException {
        try (JainPeer peer = registered(transport, algorithm)) {
            peer.call("+15550100101", bench.bridge.sipPort());
            TrunkEvent.CallArrived arrived = bench.await(TrunkEvent.CallArrived.class);
            assertThat(arrived.called()).isEqualTo("+15550100101");
            assertThat(arrived.caller()).contains("+33145678901");
            bench.bridge.submit(new TrunkCommand.Ring(arrived.call()));
            peer.await("180 to INVITE");
            bench.bridge.submit(new TrunkCommand.Answer(arrived.call(), Sdp.ANSWER));
            peer.await("200 to INVITE");
            peer.hangUp();
            peer.await("200 to BYE");
            assertThat(bench.await(TrunkEvent.Ended.class).cause()).isEqualTo(HangupCause.NORMAL);
            bench.configure();
            peer.await("registered for 0 s");
        }
    }

    @ParameterizedTest
    @CsvSource({"UDP, MD5", "UDP, SHA-256", "TCP, MD5", "TCP, SHA-256"})
    void callsProvesItselfAndHangsUp(Transport transport, String algorithm)
            throws InterruptedException {
        try (JainPeer peer = registered(transport, algorithm)) {
            TrunkCallId call = bench.call("+33145678901");
            bench.await(TrunkEvent.Ringing.class);
            assertThat(bench.await(TrunkEvent.Answered.class).sdp()).contains(Sdp.ANSWER);
            peer.await("ACK");
            bench.bridge.submit(new TrunkCommand.HangUp(call, HangupCause.NORMAL));
            peer.await("BYE");
            assertThat(bench.forgotten(call)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void takesACallBack(Transport transport) throws InterruptedException {
        try (JainPeer peer = registered(transport, "SHA-256")) {
            peer.ringsOnly();
            TrunkCallId call = bench.call("+33145678901");
            bench.await(TrunkEvent.Ringing.class);
            bench.bridge.submit(new TrunkCommand.HangUp(call, HangupCause.NO_ANSWER));
            peer.await("CANCEL");
            assertThat(bench.forgotten(call)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aCallTakenBackStopsRinging(Transport transport) throws InterruptedException {
        try (JainPeer peer = registered(transport, "SHA-256")) {
            peer.call("+15550100101", bench.bridge.sipPort());
            TrunkCallId call = bench.await(TrunkEvent.CallArrived.class).call();
            bench.bridge.submit(new TrunkCommand.Ring(call));
            peer.await("180 to INVITE");
            peer.cancel();
            assertThat(bench.await(TrunkEvent.Ended.class).cause())
                    .isEqualTo(HangupCause.CANCELLED);
            peer.await("487 to INVITE");
        }
    }
}
