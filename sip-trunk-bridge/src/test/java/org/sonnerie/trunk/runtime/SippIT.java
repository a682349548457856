package org.sonnerie.trunk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.sonnerie.trunk.fake.KnownPassword;
import org.sonnerie.trunk.fake.Peer;
import org.sonnerie.trunk.fake.Sdp;

/** Calls with sipp, in both directions, over UDP and TCP. */
final class SippIT {
    @TempDir private Path folder;
    private Bench bench;

    @BeforeEach
    void start() {
        assumeTrue(Peer.installed("sipp"), "sipp is not installed");
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    private Peer sipp(Transport transport, int port, String... arguments) {
        Peer started = Sipp.start(folder, transport, port, arguments);
        bench.peer = started::output;
        return started;
    }

    private Peer playing(String scenario, Transport transport, int port) {
        // The health check is the first call it counts, ours the second.
        return sipp(transport, port, "-sf", Sipp.scenario(folder, scenario), "-m", "2");
    }

    /** The carrier's program answers OPTIONS: it listens. */
    private void awaitUp() throws InterruptedException {
        TrunkEvent.TrunkStateChanged changed = bench.await(TrunkEvent.TrunkStateChanged.class);
        while (changed.state() != TrunkEvent.TrunkState.UP) {
            changed = bench.await(TrunkEvent.TrunkStateChanged.class);
        }
    }

    private static TrunkAccount.Registration account(String password) {
        return new TrunkAccount.Registration(
                "pbx",
                Optional.empty(),
                new KnownPassword(password),
                Optional.empty(),
                Optional.of("carrier.test"),
                60);
    }

    private String target() {
        return "127.0.0.1:" + bench.bridge.sipPort();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void carrierCallsTalksAndHangsUp(Transport transport) throws InterruptedException {
        int port = Bench.freePort();
        bench.configure(Bench.account(transport, Bench.freePort()));
        try (Peer caller =
                sipp(
                        transport,
                        port,
                        "-sn",
                        "uac",
                        "-s",
                        "+15550100101",
                        "-d",
                        "300",
                        "-m",
                        "1",
                        target())) {
            TrunkEvent.CallArrived arrived = bench.await(TrunkEvent.CallArrived.class);
            assertThat(arrived.called()).isEqualTo("+15550100101");
            assertThat(arrived.caller()).contains("sipp");
            assertThat(arrived.sdp())
                    .hasValueSatisfying(sdp -> assertThat(sdp).contains("m=audio"));
            bench.bridge.submit(new TrunkCommand.Ring(arrived.call()));
            bench.bridge.submit(new TrunkCommand.Answer(arrived.call(), Sdp.ANSWER));
            TrunkEvent.Ended ended = bench.await(TrunkEvent.Ended.class);
            assertThat(ended.cause()).isEqualTo(HangupCause.NORMAL);
            assertThat(caller.exitStatus(10)).as(caller.output()).isZero();
        }
        assertThat(bench.counted("sip_loop_faults")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void weCallTalkAndHangUp(Transport transport) throws InterruptedException {
        int port = Bench.freePort();
        try (Peer callee = sipp(transport, port, "-sn", "uas", "-aa")) {
            bench.configure(Bench.account(transport, port));
            awaitUp();
            TrunkCallId call = bench.call("+33145678901");
            bench.await(TrunkEvent.Ringing.class);
            TrunkEvent.Answered answered = bench.await(TrunkEvent.Answered.class);
            assertThat(answered.sdp())
                    .hasValueSatisfying(sdp -> assertThat(sdp).contains("m=audio"));
            assertThat(bench.bridge.sipCallId(call)).isPresent();
            bench.bridge.submit(new TrunkCommand.HangUp(call, HangupCause.NORMAL));
            bench.await(TrunkEvent.Ended.class);
            // Only an answered BYE lets the leg go before its time.
            assertThat(bench.forgotten(call)).as(callee.output()).isTrue();
        }
        assertThat(bench.counted("sip_loop_faults")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "busy, BUSY, 486",
        "unknown, NOT_FOUND, 404",
        "unavailable, UNAVAILABLE, 480",
        "forbidden, FORBIDDEN, 403",
        "declined, REJECTED, 603",
    })
    void tellsWhyTheCarrierRefuses(String scenario, HangupCause cause, int status)
            throws InterruptedException {
        int port = Bench.freePort();
        try (Peer carrier = playing(scenario, Transport.UDP, port)) {
            bench.configure(Bench.account(Transport.UDP, port));
            awaitUp();
            bench.call("+33145678901");
            TrunkEvent.Ended ended = bench.await(TrunkEvent.Ended.class);
            assertThat(ended.cause()).isEqualTo(cause);
            assertThat(ended.sipStatus()).isEqualTo(status);
            assertThat(carrier.exitStatus(10)).as(carrier.output()).isZero();
        }
    }

    @Test
    void takesBackACallThatNobodyAnswers() throws InterruptedException {
        int port = Bench.freePort();
        try (Peer carrier = playing("rings", Transport.UDP, port)) {
            bench.configure(Bench.account(Transport.UDP, port));
            awaitUp();
            TrunkCallId call = bench.call("112");
            bench.await(TrunkEvent.Ringing.class);
            bench.bridge.submit(new TrunkCommand.HangUp(call, HangupCause.NO_ANSWER));
            assertThat(bench.await(TrunkEvent.Ended.class).cause())
                    .isEqualTo(HangupCause.NO_ANSWER);
            assertThat(carrier.exitStatus(10)).as(carrier.output()).isZero();
        }
    }

    @Test
    void provesItselfHearsEarlyMediaAndIsHungUp() throws InterruptedException {
        int port = Bench.freePort();
        try (Peer carrier = playing("challenges", Transport.UDP, port)) {
            bench.configure(Bench.account(port, account("secret3")));
            awaitUp();
            bench.call("+33145678901");
            assertThat(bench.await(TrunkEvent.EarlyMedia.class).sdp()).contains("PCMA");
            bench.await(TrunkEvent.Answered.class);
            assertThat(bench.await(TrunkEvent.Ended.class).cause()).isEqualTo(HangupCause.NORMAL);
            assertThat(carrier.exitStatus(10)).as(carrier.output()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"secret3, UP", "wrong, REFUSED"})
    void registersWithDigest(String password, TrunkState state) throws InterruptedException {
        int port = Bench.freePort();
        String scenario = Sipp.scenario(folder, "registrar");
        try (Peer registrar = sipp(Transport.UDP, port, "-sf", scenario, "-m", "1")) {
            bench.configure(Bench.account(port, account(password)));
            assertThat(bench.await(TrunkEvent.TrunkStateChanged.class).state()).isEqualTo(state);
            assertThat(registrar.exitStatus(10)).as(registrar.output()).isZero();
        }
    }

    @Test
    void aCallerWhoGivesUpStopsTheRinging() throws InterruptedException {
        bench.configure(Bench.account(Transport.UDP, Bench.freePort()));
        String scenario = Sipp.scenario(folder, "gives-up");
        try (Peer caller =
                sipp(
                        Transport.UDP,
                        Bench.freePort(),
                        "-sf",
                        scenario,
                        "-s",
                        "+15550100101",
                        "-m",
                        "1",
                        target())) {
            TrunkEvent.CallArrived arrived = bench.await(TrunkEvent.CallArrived.class);
            assertThat(arrived.caller()).contains("+33145678901");
            assertThat(arrived.callerName()).isEqualTo("Carrier");
            bench.bridge.submit(new TrunkCommand.Ring(arrived.call()));
            assertThat(bench.await(TrunkEvent.Ended.class).cause())
                    .isEqualTo(HangupCause.CANCELLED);
            assertThat(caller.exitStatus(10)).as(caller.output()).isZero();
        }
    }
}
