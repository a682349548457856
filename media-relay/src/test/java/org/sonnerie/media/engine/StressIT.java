package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;

/**
 * Endpoints are made, tied, untied, moved, recorded and closed at random from several threads,
 * while sound flows; what is left in the end is nothing, and all was told in order.
 */
@ParameterizedClass
@ValueSource(ints = {1, 2, 4})
class StressIT {
    private static final int SUBMITTERS = 4;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir private Path folder;
    private final int threads;

    StressIT(int threads) {
        this.threads = threads;
    }

    @Test
    void nothingIsLeftAndAllIsToldInOrder() {
        try (Relay relay = new Relay(threads);
                BrowserPeer alice = relay.browser("alice", 700);
                BrowserPeer bob = relay.browser("bob", 1_100);
                TrunkPeer carrier = relay.trunk("carrier", Codec.PCMA, 500)) {
            long before = sockets();
            List<RandomCaller> callers =
                    IntStream.range(0, SUBMITTERS)
                            .mapToObj(number -> new RandomCaller(number, relay, folder))
                            .toList();
            List<CompletableFuture<Void>> running =
                    callers.stream().map(CompletableFuture::runAsync).toList();
            running.forEach(CompletableFuture::join);

            Await.until("no calls", () -> relay.count("endpoints_now") == 3);
            Await.until("no recordings", () -> relay.count("recordings_now") == 0);
            callers.forEach(RandomCaller::verify);
            relay.bridge("alice", "bob");
            Await.until("alice", () -> alice.heard().hears(1_100));
            Await.until("bob", () -> bob.heard().hears(700));
            relay.bridge("alice", "carrier");
            Await.until("carrier", () -> carrier.heard().hears(700));
            Await.until("no rooms", () -> relay.count("rooms_now") == 0);
            Await.until("no sockets", () -> sockets() <= before);

            assertThat(alice.heard().backwards()).isZero();
            assertThat(relay.count("failures")).isZero();
            for (String who : List.of("alice", "bob", "carrier")) {
                relay.submit(new MediaCommand.Close(new EndpointId(who)));
            }
            Await.until("nobody", () -> relay.count("endpoints_now") == 0);
            Await.until("nobody is kept in mind", () -> relay.placed() == 0);
            assertThat(relay.count("endpoints_moved") > 0).isEqualTo(threads > 1);
        }
    }

    /** Where the system tells; elsewhere the rest of the test has to do. */
    private static long sockets() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(StressIT::isSocket).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
