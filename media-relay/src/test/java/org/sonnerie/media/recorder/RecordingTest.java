package org.sonnerie.media.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.api.RecordingLimits;
import org.sonnerie.media.fake.PlaceKeys;
import org.sonnerie.media.fake.Played;
import org.sonnerie.media.ogg.OggOpus;
import org.sonnerie.media.recorder.Recording.Taken;
import org.sonnerie.media.sealing.SealedFiles;

/** Time is the number of the tick; the writer runs when the test says so. */
class RecordingTest {
    private static final long FIRST_TICK = 1_000_000;
    private static final Path FILE = Path.of("/", "nowhere");
    private static final Duration LONG = Duration.ofHours(1);

    private final MemoryStore store = new MemoryStore();
    private final List<Runnable> writers = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();
    private final short[] loud = new short[960];
    private final short[] quiet = new short[960];
    private long tick = FIRST_TICK;

    private record End(Duration length, RecordingEnd why) {}

    RecordingTest() {
        for (int i = 0; i < loud.length; i++) {
            loud[i] = (short) Math.round(6_000 * Math.sin(2 * Math.PI * i / 40));
        }
    }

    private Recording begin(Duration longest, Duration silence) {
        return begin(longest, silence, () -> store);
    }

    private Recording begin(Duration longest, Duration silence, PageStore.Opening opening) {
        Recording.Terms terms =
                new Recording.Terms("recording=r", FILE, new RecordingLimits(longest, silence), 5);
        return Recording.begin(terms, writers::add, this::ended, opening);
    }

    private void ended(Duration length, RecordingEnd why) {
        ends.add(new End(length, why));
    }

    private void write() {
        writers.removeFirst().run();
    }

    /** Says or is silent until something else than KEPT becomes of a frame; how many were kept. */
    private int keep(Recording recording, short[] pcm, int frames) {
        for (int i = 0; i < frames; i++) {
            if (recording.take(pcm, tick++) != Taken.KEPT) {
                return i;
            }
        }
        return frames;
    }

    @Test
    void endsWhenToldTo() {
        Recording recording = begin(LONG, Duration.ZERO);
        assertThat(keep(recording, loud, 100)).isEqualTo(100);
        recording.end(RecordingEnd.STOPPED);
        recording.end(RecordingEnd.ENDPOINT_CLOSED);
        assertThat(ends).isEmpty();

        write();

        assertThat(ends).containsExactly(new End(Duration.ofSeconds(2), RecordingEnd.STOPPED));
        assertThat(Played.of(store.content(), 16_000)).hasSize(32_000);
        assertThat(store.closed()).isTrue();
    }

    @Test
    void endsAfterTheSilenceAllowedAndLeavesAllButHalfASecondOfItOut() {
        Recording recording = begin(LONG, Duration.ofSeconds(3));
        assertThat(keep(recording, loud, 100)).isEqualTo(100);
        assertThat(keep(recording, quiet, 149)).isEqualTo(149);
        assertThat(keep(recording, loud, 1)).isEqualTo(1);

        assertThat(keep(recording, quiet, 1_000)).isEqualTo(149);

        write();
        Duration kept = Duration.ofMillis((100 + 149 + 1 + 24) * 20);
        assertThat(ends).containsExactly(new End(kept, RecordingEnd.SILENCE));
    }

    @Test
    void silenceCountsFromTheBeginningToo() {
        Recording recording = begin(LONG, Duration.ofSeconds(3));

        assertThat(keep(recording, quiet, 1_000)).isEqualTo(149);

        write();
        assertThat(ends).containsExactly(new End(Duration.ZERO, RecordingEnd.SILENCE));
        assertThat(OggOpus.read(store.content()).orElseThrow().whole()).isTrue();
    }

    @Test
    void aPauseBetweenWordsIsNoSilenceHoweverShortTheLimit() {
        Recording recording = begin(LONG, Duration.ofMillis(40));
        assertThat(keep(recording, loud, 1)).isEqualTo(1);

        assertThat(keep(recording, quiet, 1_000)).isEqualTo(24);
    }

    @Test
    void neverEndsBySilenceWhereThatIsNotAskedFor() {
        Recording recording = begin(LONG, Duration.ZERO);

        assertThat(keep(recording, quiet, 1_000)).isEqualTo(FrameQueue.MOST_FRAMES);
        assertThat(recording.take(quiet, tick++)).isEqualTo(Taken.LEFT_OUT);
    }

    @Test
    void endsWhenItIsTooLong() {
        Recording recording = begin(Duration.ofMillis(3_010), Duration.ZERO);

        assertThat(keep(recording, loud, 1_000)).isEqualTo(151);

        write();
        Duration length = Duration.ofMillis(151 * 20);
        assertThat(ends).containsExactly(new End(length, RecordingEnd.TOO_LONG));
    }

    @Test
    void timeThatIsSkippedIsSilentButNotShorter() {
        Recording recording = begin(LONG, Duration.ZERO);
        keep(recording, loud, 10);
        tick += 80;
        keep(recording, loud, 10);
        recording.end(RecordingEnd.STOPPED);

        write();

        assertThat(ends).containsExactly(new End(Duration.ofSeconds(2), RecordingEnd.STOPPED));
        short[] played = Played.of(store.content(), 16_000);
        assertThat(loudest(played, 0, 10)).isGreaterThan(3_000);
        assertThat(loudest(played, 15, 85)).isLessThan(100);
        assertThat(loudest(played, 91, 100)).isGreaterThan(3_000);
    }

    private static int loudest(short[] pcm, int fromFrame, int toFrame) {
        int loudest = 0;
        for (int i = fromFrame * 320; i < toFrame * 320; i++) {
            loudest = Math.max(loudest, Math.abs(pcm[i]));
        }
        return loudest;
    }

    @Test
    void aSlowDiskLeavesSilenceAndDoesNotEndTheRecording() {
        Recording recording = begin(LONG, Duration.ZERO);
        assertThat(keep(recording, loud, 1_000)).isEqualTo(FrameQueue.MOST_FRAMES);
        recording.end(RecordingEnd.STOPPED);

        write();

        Duration length = Duration.ofMillis(20 * FrameQueue.MOST_FRAMES);
        assertThat(ends).containsExactly(new End(length, RecordingEnd.STOPPED));
    }

    @Test
    void aFullDiskEndsItWithWhatIsThere() {
        MemoryStore full = new MemoryStore(3);
        Recording recording = begin(LONG, Duration.ZERO, () -> full);
        keep(recording, loud, 200);

        write();

        assertThat(ends).containsExactly(new End(Duration.ofSeconds(2), RecordingEnd.FAILED));
        assertThat(full.closed()).isTrue();
        assertThat(recording.take(loud, tick++)).isEqualTo(Taken.OVER);
        recording.end(RecordingEnd.ENDPOINT_CLOSED);
        assertThat(ends).hasSize(1);
        assertThat(OggOpus.read(full.content()).orElseThrow().packets()).hasSize(100);
    }

    @Test
    void aFileThatCannotBeMadeEndsItAtOnce() {
        Recording recording =
                begin(
                        LONG,
                        Duration.ZERO,
                        () -> {
                            throw new FileNotFoundException("no such folder");
                        });
        assertThat(keep(recording, loud, 5)).isEqualTo(5);

        write();

        assertThat(ends).containsExactly(new End(Duration.ZERO, RecordingEnd.FAILED));
        assertThat(recording.take(loud, tick++)).isEqualTo(Taken.OVER);
    }

    @Test
    void aFileThatExistsIsLeftAsItIs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("message.opus");
        Files.writeString(file, "somebody's message");

        Recording recording = onDisk(file);
        recording.end(RecordingEnd.STOPPED);
        write();

        assertThat(ends).containsExactly(new End(Duration.ZERO, RecordingEnd.FAILED));
        assertThat(file).hasContent("somebody's message");
    }

    @Test
    void writesToADisk(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("message.opus");
        Recording recording = onDisk(file);
        keep(recording, loud, 60);
        recording.end(RecordingEnd.ENDPOINT_CLOSED);

        write();

        assertThat(ends)
                .containsExactly(new End(Duration.ofMillis(1_200), RecordingEnd.ENDPOINT_CLOSED));
        OggOpus read = OggOpus.read(Files.readAllBytes(file)).orElseThrow();
        assertThat(read.whole()).isTrue();
        assertThat(read.samples()).isEqualTo(60 * 960);
    }

    private Recording onDisk(Path file) {
        return onDisk(file, PlaceKeys.inClear());
    }

    private Recording onDisk(Path file, SealedFiles files) {
        RecordingLimits limits = new RecordingLimits(LONG, Duration.ZERO);
        return Recording.begin(
                new Recording.Terms("recording=r", file, limits, 5),
                writers::add,
                this::ended,
                files);
    }

    @Test
    void aSealedFileHoldsTheSameAndNothingThatCanBeHeard(@TempDir Path folder) throws IOException {
        SealedFiles files = new SealedFiles(new PlaceKeys("key"));
        Path file = folder.resolve("sealed.opus");
        Recording recording = onDisk(file, files);
        keep(recording, loud, 60);
        recording.end(RecordingEnd.STOPPED);

        write();

        assertThat(ends).containsExactly(new End(Duration.ofMillis(1_200), RecordingEnd.STOPPED));
        byte[] octets = Files.readAllBytes(file);
        assertThat(new String(octets, StandardCharsets.ISO_8859_1))
                .doesNotContain("OggS")
                .doesNotContain("Opus");
        assertThat(OggOpus.read(octets)).isEmpty();
        assertThat(OggOpus.read(read(files, file)).orElseThrow().samples()).isEqualTo(60 * 960);
    }

    private static byte[] read(SealedFiles files, Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        }
    }

    @Test
    void eachSecondIsSealedOnTheDiskBeforeTheEnd(@TempDir Path folder) throws IOException {
        SealedFiles files = new SealedFiles(new PlaceKeys("key"));
        Path file = folder.resolve("killed.opus");
        try (PageStore store = SealedStore.create(file, files);
                RecordingFile sound = new RecordingFile(store, 5)) {
            for (int i = 0; i < 170; i++) {
                sound.add(loud, true);
            }
            Path killed = Files.copy(file, folder.resolve("copy"));
            assertThatThrownBy(() -> read(files, killed)).isInstanceOf(IOException.class);
            Files.delete(file);
            Files.move(killed, file);
        }
        files.complete(file);

        OggOpus kept = OggOpus.read(read(files, file)).orElseThrow();

        assertThat(kept.whole()).isFalse();
        assertThat(kept.packets()).hasSize(150);
    }

    @Test
    void aFileThatIsThereIsNotSealedOver(@TempDir Path folder) throws IOException {
        SealedFiles files = new SealedFiles(new PlaceKeys("key"));
        Path file = folder.resolve("there.opus");
        Files.writeString(file, "there already");
        Recording recording = onDisk(file, files);
        keep(recording, loud, 60);
        recording.end(RecordingEnd.STOPPED);

        write();

        assertThat(ends).containsExactly(new End(Duration.ZERO, RecordingEnd.FAILED));
        assertThat(file).hasContent("there already");
    }

    @Test
    void theEndIsToldOnlyOnceTheFileIsClosed() {
        List<Boolean> closed = new ArrayList<>();
        RecordingLimits limits = new RecordingLimits(LONG, Duration.ZERO);
        Recording recording =
                Recording.begin(
                        new Recording.Terms("recording=r", FILE, limits, 5),
                        writers::add,
                        (_, _) -> closed.add(store.closed()),
                        () -> store);
        recording.end(RecordingEnd.STOPPED);

        write();

        assertThat(closed).containsExactly(true);
    }

    @Test
    void theFrameIsCopied() {
        Recording recording = begin(LONG, Duration.ZERO);
        short[] reused = loud.clone();
        for (int i = 0; i < 50; i++) {
            System.arraycopy(loud, 0, reused, 0, loud.length);
            recording.take(reused, tick++);
            Arrays.fill(reused, (short) 0);
        }
        recording.end(RecordingEnd.STOPPED);

        write();

        assertThat(loudest(Played.of(store.content(), 16_000), 1, 50)).isGreaterThan(3_000);
    }
}
