package org.sonnerie.trunk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
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
        List<String> command = new ArrayList<>(List.of("sipp"));
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "-i",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-mp",
                        Integer.toString(Bench.freePort()),
                        "-t",
                        transport == Transport.TCP ? "t1" : "u1",
                        "-nostdin",
                        "-timeout",
                        "20",
                        "-trace_err"));
        return Peer.start(folder, command);
    }

    /** The carrier's program answers OPTIONS: it listens. */
    private void awaitUp() throws InterruptedException {
        TrunkEvent.TrunkStateChanged changed = bench.await(TrunkEvent.TrunkStateChanged.class);
        while (changed.state() != TrunkEvent.TrunkState.UP) {
            changed = bench.await(TrunkEvent.TrunkStateChanged.class);
        }
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
}
