package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent.CallRecordingEnded;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.api.RecordingSource;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Chirps;
import org.sonnerie.media.fake.Likeness;
import org.sonnerie.media.fake.Played;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;
import org.sonnerie.media.ogg.OggOpus;

/** Recordings of calls and rooms, over real sockets. */
@ParameterizedClass
@ValueSource(ints = {1, 4})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallRecordingsIT {
    private static final int RATE_HZ = 8_000;
    private static final double SAME = 0.8;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    @TempDir private Path folder;
    @Parameter private int threads;
    private Relay relay;

    @BeforeParameterizedClassInvocation
    void start() {
        relay = new Relay(threads);
    }

    @AfterParameterizedClassInvocation
    void stop() {
        relay.close();
    }

    private Path begin(String name, int channels) {
        Path file = folder.resolve(name + ".opus");
        relay.submit(
                new MediaCommand.StartCallRecording(
                        new RecordingId(name), file.toString(), channels, Duration.ofHours(1)));
        return file;
    }

    private void from(String name, RecordingSource source) {
        relay.submit(new MediaCommand.RecordFrom(new RecordingId(name), source));
    }

    private static RecordingSource sides(String left, String right) {
        return new RecordingSource.Sides(
                List.of(new EndpointId(left)), List.of(new EndpointId(right)));
    }

    private Duration end(String name) {
        relay.submit(new MediaCommand.StopCallRecording(new RecordingId(name)));
        return awaitEnd(name, RecordingEnd.STOPPED);
    }

    private Duration awaitEnd(String name, RecordingEnd why) {
        Await.until(name + " " + why, () -> ended(name).size() == 1);
        assertThat(ended(name).getFirst().why()).isEqualTo(why);
        return ended(name).getFirst().length();
    }

    private List<CallRecordingEnded> ended(String name) {
        return relay.events().stream()
                .filter(CallRecordingEnded.class::isInstance)
                .map(CallRecordingEnded.class::cast)
                .filter(event -> event.recording().equals(new RecordingId(name)))
                .toList();
    }

    private static byte[] content(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Seconds that would survive if everything died now. */
    private static long secondsSafe(Path file) {
        return OggOpus.read(content(file)).map(read -> read.packets().size() / 50).orElse(0);
    }

    private static boolean hears(short[] heard, int second, long seed) {
        return Likeness.find(heard, second * RATE_HZ, RATE_HZ, Chirps.said(seed), 0, 160_000)
                        .correlation()
                > SAME;
    }

    /** Waits until from this second on one is found where a voice is told apart; which one. */
    private static int awaitVoice(Path file, int channel, int from, long seed) {
        int[] looked = {from};
        Await.until(
                "voice " + seed,
                () -> {
                    while (looked[0] + 1 < secondsSafe(file)) {
                        if (hears(
                                Played.sides(content(file), RATE_HZ).get(channel),
                                looked[0],
                                seed)) {
                            return true;
                        }
                        looked[0]++;
                    }
                    return false;
                });
        return looked[0];
    }

    /** The loudest sample of a piece. */
    private static int peak(short[] pcm, int from, int to) {
        int peak = 0;
        for (int i = from; i < Math.min(to, pcm.length); i++) {
            peak = Math.max(peak, Math.abs(pcm[i]));
        }
        return peak;
    }

    @Test
    void twoWhoAreRelayedAreRecordedEachOnHisChannelAndStayRelayed() {
        try (BrowserPeer alice = relay.browser("relayed-a", new Chirps(31));
                BrowserPeer bob = relay.browser("relayed-b", new Chirps(32))) {
            relay.bridge("relayed-a", "relayed-b");
            Path file = begin("relayed", 2);
            from("relayed", sides("relayed-a", "relayed-b"));
            long encodings = relay.count("encodings");
            int second = awaitVoice(file, LEFT, 0, 31);
            awaitVoice(file, RIGHT, second, 32);
            Duration length = end("relayed");

            List<short[]> heard = Played.sides(content(file), RATE_HZ);
            assertThat(heard.get(LEFT)).hasSize((int) (length.toMillis() * 8));
            for (int i = 0; i + 1 < length.toSeconds(); i++) {
                assertThat(hears(heard.get(LEFT), i, 32)).isFalse();
                assertThat(hears(heard.get(RIGHT), i, 31)).isFalse();
            }
            assertThat(relay.count("encodings")).isEqualTo(encodings);
            Await.until("heard", () -> alice.heard().packets() > 50 && bob.heard().packets() > 50);
        }
    }

    @Test
    void aNewLegGoesOnInTheSameFile() {
        try (TrunkPeer caller = relay.trunk("moved-c", Codec.PCMA, new Chirps(33));
                BrowserPeer alice = relay.browser("moved-a", new Chirps(34));
                BrowserPeer bob = relay.browser("moved-b", new Chirps(35))) {
            relay.bridge("moved-c", "moved-a");
            Path file = begin("moved", 2);
            from("moved", sides("moved-c", "moved-a"));
            int withAlice = awaitVoice(file, RIGHT, 0, 34);
            // His sound may begin later than hers.
            int callerWithAlice = awaitVoice(file, LEFT, 0, 33);

            relay.submit(new MediaCommand.Close(new EndpointId("moved-a")));
            relay.bridge("moved-c", "moved-b");
            from("moved", sides("moved-c", "moved-b"));
            int withBob = awaitVoice(file, RIGHT, withAlice, 35);
            awaitVoice(file, LEFT, withBob, 33);
            end("moved");

            List<short[]> heard = Played.sides(content(file), RATE_HZ);
            assertThat(withBob).isGreaterThan(withAlice);
            assertThat(hears(heard.get(LEFT), callerWithAlice, 33)).isTrue();
            assertThat(hears(heard.get(RIGHT), withBob, 34)).isFalse();
            assertThat(caller.heard().packets() + alice.heard().packets()).isPositive();
            assertThat(bob.heard().packets()).isPositive();
        }
    }

    @Test
    void aPauseIsSilentAndAsLongAsItWas() {
        try (BrowserPeer _ = relay.browser("pause-a", new Chirps(36));
                TrunkPeer _ = relay.trunk("pause-c", Codec.PCMU, new Chirps(37))) {
            relay.bridge("pause-a", "pause-c");
            Path file = begin("pause", 2);
            from("pause", sides("pause-a", "pause-c"));
            awaitVoice(file, LEFT, 0, 36);

            from("pause", new RecordingSource.Nobody());
            long before = secondsSafe(file);
            Await.until("paused", () -> secondsSafe(file) >= before + 4);
            from("pause", sides("pause-a", "pause-c"));
            awaitVoice(file, RIGHT, (int) before + 3, 37);
            end("pause");

            int from = (int) (before + 2) * RATE_HZ;
            for (short[] side : Played.sides(content(file), RATE_HZ)) {
                assertThat(peak(side, from, from + RATE_HZ)).isLessThan(100);
            }
        }
    }

    @Test
    void theMixOfARoomIsRecordedWhoeverLeaves() {
        try (BrowserPeer _ = relay.browser("room-a", new Chirps(38));
                TrunkPeer _ = relay.trunk("room-c", Codec.PCMA, new Chirps(39))) {
            RoomId room = new RoomId("recorded");
            Path file = begin("room", 1);
            from("room", new RecordingSource.Mix(room));
            relay.hear("room-a", new Hearing.Room(room));
            awaitMono(file, 38);
            relay.submit(new MediaCommand.Close(new EndpointId("room-a")));
            relay.hear("room-c", new Hearing.Room(room));
            awaitMono(file, 39);
            relay.hear("room-c", new Hearing.Nothing());
            long alone = secondsSafe(file);
            Await.until("empty", () -> secondsSafe(file) >= alone + 2);

            assertThat(end("room").toSeconds()).isGreaterThanOrEqualTo(alone + 2);
        }
    }

    private static void awaitMono(Path file, long seed) {
        int[] looked = {0};
        Await.until(
                "voice " + seed,
                () -> {
                    while (looked[0] + 1 < secondsSafe(file)) {
                        if (hears(Played.of(content(file), RATE_HZ), looked[0]++, seed)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    @Test
    void aFileThatCannotBeMadeIsToldAndHarmsNoCall() throws IOException {
        try (BrowserPeer alice = relay.browser("fail-a", 700);
                TrunkPeer carrier = relay.trunk("fail-c", Codec.PCMA, 500)) {
            relay.bridge("fail-a", "fail-c");
            Files.writeString(folder.resolve("fail.opus"), "there already");
            long defects = relay.count("failures");

            begin("fail", 2);
            from("fail", sides("fail-a", "fail-c"));

            assertThat(awaitEnd("fail", RecordingEnd.FAILED)).isZero();
            Await.until("heard", () -> carrier.heard().hears(700) && alice.heard().hears(500));
            assertThat(relay.count("failures")).isEqualTo(defects);
        }
    }

    @Test
    void aRelayThatIsClosedCompletesItsFiles() {
        Path file = folder.resolve("closed.opus");
        try (Relay own = new Relay(threads);
                TrunkPeer _ = own.trunk("closed", Codec.PCMA, new Chirps(8))) {
            own.submit(
                    new MediaCommand.StartCallRecording(
                            new RecordingId("closed"), file.toString(), 2, Duration.ofHours(1)));
            own.submit(
                    new MediaCommand.RecordFrom(
                            new RecordingId("closed"), sides("closed", "nobody")));
            Await.until("some speech", () -> secondsSafe(file) >= 1);
        }
        assertThat(OggOpus.read(content(file)).orElseThrow().whole()).isTrue();
    }
}
