package org.sonnerie.trunk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.api.TrunkEvent.TrunkStateChanged;
import org.sonnerie.trunk.fake.Peer;
import org.sonnerie.trunk.fake.Sdp;

/** Registered at a real registrar, and calls over that registration; the network behind is sipp. */
final class RegistrarIT {
    @TempDir private Path folder;
    private Bench bench;
    private int network;

    @BeforeEach
    void start() {
        assumeTrue(Peer.installed("kamailio"), "kamailio is not installed");
        assumeTrue(Peer.installed("sipp"), "sipp is not installed");
        bench = new Bench();
        network = Bench.freePort();
    }

    @AfterEach
    void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    private Kamailio carrier(String algorithm) throws IOException {
        Kamailio started = Kamailio.start(folder, algorithm, network);
        bench.peer = started::output;
        return started;
    }

    private void register(Kamailio carrier, Transport transport) throws InterruptedException {
        bench.configure(carrier.account(transport, Kamailio.PASSWORD));
        TrunkStateChanged state = bench.await(TrunkStateChanged.class);
        assertThat(state.state()).as(carrier.output()).isEqualTo(TrunkState.UP);
        assertThat(state.detail()).isEqualTo("registered");
    }

    @ParameterizedTest
    @CsvSource({"MD5, UDP", "MD5, TCP", "SHA-256, UDP", "SHA-256, TCP"})
    void registersAndTakesItBackInTheEnd(String algorithm, Transport transport)
            throws IOException, InterruptedException {
        try (Kamailio carrier = carrier(algorithm)) {
            register(carrier, transport);
            String way = transport == Transport.TCP ? "tcp" : "udp";
            assertThat(carrier.noted("REGISTER comes over " + way)).isEqualTo(2);
            carrier.awaitNoted("REGISTER proves itself by " + algorithm + " for 60 s", 1);
            bench.configure();
            carrier.awaitNoted("REGISTER proves itself by " + algorithm + " for 0 s", 1);
        }
    }

    /** The carrier answers in order: what it said before has been taken in too. */
    private void settle() throws InterruptedException {
        assertThat(bench.awaitEnd(bench.call("000")).sipStatus()).isEqualTo(404);
        bench.pass(Duration.ZERO);
    }

    @Test
    void isRefreshedBeforeItEnds() throws IOException, InterruptedException {
        try (Kamailio carrier = carrier("SHA-256")) {
            register(carrier, Transport.UDP);
            for (int refreshes = 0; refreshes < 3; refreshes++) {
                settle();
                bench.pass(Duration.ofSeconds(25));
                settle();
                assertThat(carrier.noted("REGISTER proves itself")).isEqualTo(refreshes + 1);
                bench.pass(Duration.ofSeconds(5));
                carrier.awaitNoted("REGISTER proves itself by SHA-256 for 60 s", refreshes + 2);
            }
            assertThat(bench.heard(TrunkStateChanged.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"MD5", "SHA-256"})
    void aWrongPasswordIsSaidAndNotTriedAgainSoon(String algorithm)
            throws IOException, InterruptedException {
        try (Kamailio carrier = carrier(algorithm)) {
            bench.configure(carrier.account(Transport.UDP, "guess"));
            TrunkStateChanged state = bench.await(TrunkStateChanged.class);
            assertThat(state.state()).isEqualTo(TrunkState.REFUSED);
            assertThat(state.sipStatus()).isEqualTo(401);
            for (int tries = 1; tries <= 3; tries++) {
                carrier.awaitNoted("REGISTER comes", 2 * tries);
                settle();
                bench.pass(Duration.ofMinutes(4));
                settle();
                assertThat(carrier.noted("REGISTER comes")).isEqualTo(2L * tries);
                bench.pass(Duration.ofMinutes(1));
            }
            assertThat(carrier.noted("REGISTER proves itself")).isZero();
            assertThat(bench.heard(TrunkStateChanged.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aCallToTheNumberComesOverTheRegistration(Transport transport)
            throws IOException, InterruptedException {
        try (Kamailio carrier = carrier("MD5")) {
            register(carrier, transport);
            String target = "127.0.0.1:" + carrier.port();
            try (Peer caller =
                    Sipp.start(
                            folder,
                            Transport.UDP,
                            network,
                            "-sf",
                            Sipp.scenario(folder, "network-calls"),
                            "-s",
                            Kamailio.NUMBER,
                            "-m",
                            "1",
                            target)) {
                TrunkEvent.CallArrived arrived = bench.await(TrunkEvent.CallArrived.class);
                assertThat(arrived.trunk()).isEqualTo(Bench.TRUNK);
                assertThat(arrived.called()).isEqualTo(Kamailio.NUMBER);
                assertThat(arrived.account()).contains("pbx");
                bench.bridge.submit(new TrunkCommand.Ring(arrived.call()));
                bench.bridge.submit(new TrunkCommand.Answer(arrived.call(), Sdp.ANSWER));
                assertThat(bench.await(TrunkEvent.Ended.class).cause())
                        .isEqualTo(HangupCause.NORMAL);
                assertThat(caller.exitStatus(10)).as(carrier.output() + caller.output()).isZero();
            }
            assertThat(carrier.noted("BYE passes")).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"MD5, UDP", "SHA-256, UDP", "SHA-256, TCP"})
    void aCallOutProvesItselfAndHangsUp(String algorithm, Transport transport)
            throws IOException, InterruptedException {
        String answers = Sipp.scenario(folder, "network-answers");
        try (Kamailio carrier = carrier(algorithm);
                Peer callee =
                        Sipp.start(folder, Transport.UDP, network, "-sf", answers, "-m", "1")) {
            register(carrier, transport);
            TrunkCallId call = bench.call("+33145678901");
            bench.await(TrunkEvent.Ringing.class);
            assertThat(bench.await(TrunkEvent.Answered.class).sdp()).isPresent();
            assertThat(carrier.noted("INVITE proves itself by " + algorithm)).isEqualTo(1);
            bench.bridge.submit(new TrunkCommand.HangUp(call, HangupCause.NORMAL));
            assertThat(bench.forgotten(call)).as(carrier.output()).isTrue();
            assertThat(callee.exitStatus(10)).as(callee.output()).isZero();
        }
    }

    @Test
    void aCallOutWithAWrongPasswordEndsAtOnce() throws IOException, InterruptedException {
        try (Kamailio carrier = carrier("SHA-256")) {
            bench.configure(carrier.account(Transport.UDP, "guess"));
            bench.await(TrunkStateChanged.class);
            bench.call("+33145678901");
            TrunkEvent.Ended ended = bench.await(TrunkEvent.Ended.class);
            assertThat(ended.cause()).isEqualTo(HangupCause.FORBIDDEN);
            assertThat(ended.sipStatus()).isEqualTo(407);
        }
    }
}
