package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.sonnerie.media.api.MediaEvent.PlayEnded;
import org.sonnerie.media.api.MediaEvent.RecordingEnded;
import org.sonnerie.media.api.PlayId;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.api.RecordingLimits;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Chirps;
import org.sonnerie.media.fake.Likeness;
import org.sonnerie.media.fake.Played;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;
import org.sonnerie.media.ogg.OggOpus;

/** Recordings of what peers say, and what others hear of them, over real sockets. */
@ParameterizedClass
@ValueSource(ints = {1, 2})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsIT {
    private static final int RATE_HZ = 8_000;
    private static final RecordingLimits UNLIMITED =
            new RecordingLimits(Duration.ofMinutes(5), Duration.ZERO);

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

    private Path record(String who, RecordingLimits limits) {
        Path file = folder.resolve(who + ".opus");
        relay.submit(
                new MediaCommand.StartRecording(
                        new EndpointId(who), new RecordingId(who), file.toString(), limits));
        return file;
    }

    private void stop(String who) {
        relay.submit(new MediaCommand.StopRecording(new EndpointId(who), new RecordingId(who)));
    }

    /** Waits for the end; how long it was. */
    private Duration awaitEnd(String who, RecordingEnd why) {
        Await.until(who + " " + why, () -> ended(who).size() == 1);
        RecordingEnded ended = ended(who).getFirst();
        assertThat(ended.recording()).isEqualTo(new RecordingId(who));
        assertThat(ended.why()).isEqualTo(why);
        return ended.length();
    }

    private List<RecordingEnded> ended(String who) {
        return relay.events().stream()
                .filter(RecordingEnded.class::isInstance)
                .map(RecordingEnded.class::cast)
                .filter(event -> event.endpoint().equals(new EndpointId(who)))
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

    private static short[] whole(Path file, Duration length) {
        OggOpus read = OggOpus.read(content(file)).orElseThrow();
        assertThat(read.whole()).isTrue();
        assertThat(read.samples()).isEqualTo(length.toMillis() * 48);
        return Played.of(content(file), RATE_HZ);
    }

    /** Where in a peer's speech a second is. */
    private static Likeness.Match find(short[] heard, int from, short[] said) {
        return Likeness.find(heard, from, RATE_HZ, said, 0, Chirps.SECONDS * RATE_HZ);
    }

    /**
     * Waits until so many full seconds after the first are found in what was said, one after the
     * other. Where this machine stood still, so that nobody spoke in time, it begins again.
     */
    private static void awaitSpeech(Path file, long seed, int seconds) {
        short[] said = Chirps.said(seed);
        AtomicInteger next = new AtomicInteger(1);
        List<Likeness.Match> found = new ArrayList<>();
        Await.until(
                seconds + " s of speech",
                () -> {
                    while (found.size() < seconds && next.get() + 1 < secondsSafe(file)) {
                        short[] heard = Played.of(content(file), RATE_HZ);
                        Likeness.Match match =
                                following(heard, next.getAndIncrement() * RATE_HZ, said, found);
                        if (match.correlation() > 0.8) {
                            found.add(match);
                        } else {
                            found.clear();
                        }
                    }
                    return found.size() == seconds;
                });
    }

    /** The first anywhere in what was said, each other one where the last ended. */
    private static Likeness.Match following(
            short[] heard, int from, short[] said, List<Likeness.Match> found) {
        if (found.isEmpty()) {
            return find(heard, from, said);
        }
        int expected = found.getLast().lag() + RATE_HZ;
        return Likeness.find(heard, from, RATE_HZ, said, expected - 800, expected + 800);
    }

    @Test
    void twoAreRecordedAtOnceWhateverTheyHearAndOthersHearItAgain() {
        try (BrowserPeer alice = relay.browser("alice", new Chirps(1));
                TrunkPeer carrier = relay.trunk("carrier", Codec.PCMA, new Chirps(2))) {
            relay.hear("alice", programme("music", true, new Sound.Music("house")));
            relay.hear("carrier", programme("beep", false, beep()));
            Path aliceFile = record("alice", UNLIMITED);
            Path carrierFile = record("carrier", UNLIMITED);
            Await.until("the beep", () -> carrier.heard().amplitude(1_000) > 1_000);
            awaitSpeech(aliceFile, 1, 3);
            awaitSpeech(carrierFile, 2, 3);
            stop("alice");
            stop("carrier");

            short[] alices = whole(aliceFile, awaitEnd("alice", RecordingEnd.STOPPED));
            short[] carriers = whole(carrierFile, awaitEnd("carrier", RecordingEnd.STOPPED));
            assertThat(alice.heard().loudness()).isGreaterThan(200);

            assertPlayed("carrier", carrier, aliceFile, alices);
            assertPlayedToBrowser("alice", alice, carrierFile, carriers);
        }
    }

    private void assertPlayed(String who, TrunkPeer peer, Path file, short[] recorded) {
        long before = peer.heard().samples();
        play(who, file);
        assertHeardAgain(peer.heard().since(before), recorded);
    }

    private void assertPlayedToBrowser(String who, BrowserPeer peer, Path file, short[] recorded) {
        long before = peer.heard().samples();
        play(who, file);
        assertHeardAgain(peer.heard().since(before), recorded);
    }

    private void play(String who, Path file) {
        String play = "again-" + who;
        relay.hear(
                who,
                programme(
                        play,
                        false,
                        new Sound.Pause(100),
                        new Sound.Recorded(file.toString()),
                        new Sound.Pause(400)));
        relay.awaitEvent(new PlayEnded(new EndpointId(who), new PlayId(play)));
    }

    private static void assertHeardAgain(short[] heard, short[] recorded) {
        int from = RATE_HZ;
        Likeness.Match match = Likeness.find(recorded, from, RATE_HZ, heard);
        assertThat(match.correlation()).isGreaterThan(0.8);
        Likeness.Match later =
                Likeness.find(
                        recorded,
                        from + 2 * RATE_HZ,
                        RATE_HZ,
                        heard,
                        match.lag() + 2 * RATE_HZ - 8,
                        match.lag() + 2 * RATE_HZ + 8);
        assertThat(later.correlation()).as("without a gap").isGreaterThan(0.8);
    }

    @Test
    void aCallThatEndsLeavesAWholeFile() {
        try (TrunkPeer _ = relay.trunk("closed", Codec.PCMU, new Chirps(3))) {
            Path file = record("closed", UNLIMITED);
            awaitSpeech(file, 3, 1);

            relay.submit(new MediaCommand.Close(new EndpointId("closed")));

            Duration length = awaitEnd("closed", RecordingEnd.ENDPOINT_CLOSED);
            assertThat(length).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(whole(file, length)).hasSizeGreaterThan(2 * RATE_HZ);
        }
    }

    @Test
    void aReloadedPageIsRecordedOnAndTheTimeItWasGoneIsSilent() {
        try (BrowserPeer before = relay.browser("reload", new Chirps(4))) {
            Path file = record("reload", UNLIMITED);
            awaitSpeech(file, 4, 1);
            before.pause(true);
            long received = relay.count("rtp_received");
            long ticks = relay.ticks();
            Await.until("a second gone", () -> relay.ticks() > ticks + 50);
            assertThat(relay.count("rtp_received")).isLessThan(received + 10);

            try (BrowserPeer _ = relay.browser("reload", new Chirps(5))) {
                awaitSpeech(file, 5, 1);
                long all = relay.ticks();
                stop("reload");

                Duration length = awaitEnd("reload", RecordingEnd.STOPPED);
                assertThat(whole(file, length)).hasSizeGreaterThan(3 * RATE_HZ);
                assertThat(length.toMillis() / 20).isGreaterThan(all - ticks + 50);
            }
        }
    }

    @Test
    void silenceEndsARecordingAndIsNotInIt() {
        try (TrunkPeer carrier = relay.trunk("silent", Codec.PCMA, new Chirps(6))) {
            long begun = relay.ticks();
            Path file =
                    record(
                            "silent",
                            new RecordingLimits(Duration.ofMinutes(5), Duration.ofSeconds(2)));
            awaitSpeech(file, 6, 1);
            carrier.silent(true);
            long silent = relay.ticks();

            Duration length = awaitEnd("silent", RecordingEnd.SILENCE);

            assertThat(relay.ticks() - silent).isGreaterThan(90);
            assertThat(length.toMillis() / 20).isLessThan(silent - begun + 60);
            assertThat(whole(file, length)).hasSizeGreaterThan(2 * RATE_HZ);
        }
    }

    @Test
    void theLimitEndsARecording() {
        try (BrowserPeer _ = relay.browser("long", new Chirps(7))) {
            Path file = record("long", new RecordingLimits(Duration.ofSeconds(1), Duration.ZERO));

            Duration length = awaitEnd("long", RecordingEnd.TOO_LONG);

            assertThat(length).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
            assertThat(whole(file, length)).isNotEmpty();
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndHarmsNoCall() throws IOException {
        try (BrowserPeer alice = relay.browser("failed", 700);
                TrunkPeer carrier = relay.trunk("failed-t", Codec.PCMA, 500)) {
            relay.bridge("failed", "failed-t");
            Files.writeString(folder.resolve("failed.opus"), "there already");
            long failed = relay.count("recordings_failed");
            long defects = relay.count("failures");

            record("failed", UNLIMITED);
            record("failed", UNLIMITED);

            assertThat(awaitEnd("failed", RecordingEnd.FAILED)).isZero();
            Await.until("heard", () -> carrier.heard().hears(700) && alice.heard().hears(500));
            assertThat(ended("failed")).hasSize(1);
            assertThat(relay.count("recordings_failed")).isEqualTo(failed + 1);
            assertThat(relay.count("failures")).isEqualTo(defects);
        }
    }

    @Test
    void aSoundThatIsNotThereIsPassedOver() {
        try (TrunkPeer _ = relay.trunk("missing", Codec.PCMU, 500)) {
            long before = relay.count("sounds_unreadable");
            play("missing", folder.resolve("nothing.opus"));
            assertThat(relay.count("sounds_unreadable")).isEqualTo(before + 1);
        }
    }

    @Test
    void aRelayThatIsClosedCompletesItsFiles() {
        Path file = folder.resolve("last.opus");
        try (Relay own = new Relay(threads);
                TrunkPeer _ = own.trunk("last", Codec.PCMA, new Chirps(8))) {
            own.submit(
                    new MediaCommand.StartRecording(
                            new EndpointId("last"),
                            new RecordingId("last"),
                            file.toString(),
                            UNLIMITED));
            Await.until("some speech", () -> secondsSafe(file) >= 1);
        }
        assertThat(OggOpus.read(content(file)).orElseThrow().whole()).isTrue();
    }

    private static Sound beep() {
        return new Sound.Tone(Sound.ToneKind.BEEP, "FR");
    }

    private static Hearing programme(String play, boolean repeat, Sound... sounds) {
        return new Hearing.Programme(new PlayId(play), List.of(sounds), repeat);
    }
}
