package org.sonnerie.trunk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.fake.Peer;
import org.sonnerie.trunk.fake.Sdp;

/** Calls with baresip, a softphone's stack, in both directions. */
final class BaresipIT {
    @TempDir private Path folder;
    private Bench bench;
    private int port;

    @BeforeEach
    void start() {
        assumeTrue(Peer.installed("baresip"), "baresip is not installed");
        bench = new Bench();
        port = Bench.freePort();
    }

    @AfterEach
    void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    private static String modules() throws IOException {
        try (Stream<Path> found =
                Files.find(Path.of("/usr/lib"), 4, (path, _) -> path.endsWith("baresip/modules"))) {
            return found.findFirst().orElseThrow().toString();
        }
    }

    private Peer baresip(String... arguments) throws IOException {
        int media = Bench.freePort() & ~1;
        Files.writeString(
                folder.resolve("config"),
                String.join(
                        "\n",
                        "poll_method epoll",
                        "sip_listen 127.0.0.1:" + port,
                        "audio_source aubridge,x",
                        "audio_player aubridge,x",
                        "rtp_ports " + media + "-" + (media + 20),
                        "net_interface 127.0.0.1",
                        "module_path " + modules(),
                        "module g711.so",
                        "module aubridge.so",
                        "module_tmp uuid.so",
                        "module_tmp account.so",
                        "module_app menu.so",
                        ""));
        Files.writeString(
                folder.resolve("accounts"),
                "<sip:112@127.0.0.1>;regint=0;answermode=auto;audio_codecs=pcmu\n");
        List<String> command =
                Stream.concat(Stream.of("baresip", "-f", folder.toString()), Stream.of(arguments))
                        .toList();
        Peer started = Peer.start(folder, command);
        bench.peer = started::output;
        return started;
    }

    @Test
    void weCallItAnswersWeHangUp() throws IOException, InterruptedException {
        try (Peer phone = baresip("-t", "20")) {
            bench.configure(Bench.account(Transport.UDP, port));
            assertThat(bench.await(TrunkEvent.TrunkStateChanged.class).state())
                    .isEqualTo(TrunkState.UP);
            TrunkCallId call = bench.call("112");
            assertThat(bench.await(TrunkEvent.Answered.class).sdp()).isPresent();
            bench.bridge.submit(new TrunkCommand.HangUp(call, HangupCause.NORMAL));
            assertThat(bench.forgotten(call)).as(phone.output()).isTrue();
        }
    }

    @Test
    void itCallsWeAnswerAndHangUp() throws IOException, InterruptedException {
        bench.configure(Bench.account(Transport.UDP, port));
        String target = "sip:+15550100101@127.0.0.1:" + bench.bridge.sipPort();
        try (Peer phone = baresip("-t", "20", "-e", "/dial " + target)) {
            TrunkEvent.CallArrived arrived = bench.await(TrunkEvent.CallArrived.class);
            assertThat(arrived.called()).isEqualTo("+15550100101");
            bench.bridge.submit(new TrunkCommand.Ring(arrived.call()));
            bench.bridge.submit(new TrunkCommand.Answer(arrived.call(), Sdp.ANSWER));
            bench.bridge.submit(new TrunkCommand.HangUp(arrived.call(), HangupCause.NORMAL));
            assertThat(bench.forgotten(arrived.call())).as(phone.output()).isTrue();
        }
    }

    @Test
    void itCallsAndWeAreBusy() throws IOException, InterruptedException {
        bench.configure(Bench.account(Transport.UDP, port));
        String target = "sip:+15550100101@127.0.0.1:" + bench.bridge.sipPort();
        try (Peer phone = baresip("-t", "20", "-e", "/dial " + target)) {
            TrunkEvent.CallArrived arrived = bench.await(TrunkEvent.CallArrived.class);
            bench.bridge.submit(new TrunkCommand.HangUp(arrived.call(), HangupCause.BUSY));
            assertThat(bench.await(TrunkEvent.Ended.class).sipStatus()).isEqualTo(486);
            assertThat(bench.forgotten(arrived.call())).as(phone.output()).isTrue();
        }
    }
}
