package org.sonnerie.media.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.fake.Chirps;
import org.sonnerie.media.fake.Likeness;
import org.sonnerie.media.fake.Played;
import org.sonnerie.media.ogg.OggOpus;
import org.sonnerie.media.recorder.Recording.Taken;

/** Time is the number of the tick; the writer runs when the test says so. */
class CallRecordingTest {
    private static final int RATE_HZ = Recording.SAMPLE_RATE_HZ;
    private static final int FRAME = RATE_HZ / 50;
    private static final long FIRST_TICK = 7_000;

    private final MemoryStore store = new MemoryStore();
    private final List<Runnable> writers = new ArrayList<>();
    private final List<Duration> lengths = new ArrayList<>();
    private final List<RecordingEnd> ends = new ArrayList<>();
    private final short[] left = Chirps.samples(21, RATE_HZ, 8);
    private final short[] right = Chirps.samples(22, RATE_HZ, 8);

    private CallRecording begin(int channels, Duration longest) {
        return begin(channels, longest, store);
    }

    private CallRecording begin(int channels, Duration longest, PageStore disk) {
        CallRecording.Terms terms =
                new CallRecording.Terms("recording=r", Path.of("/", "no"), channels, longest, 9);
        return CallRecording.begin(
                terms,
                writers::add,
                (length, why) -> {
                    lengths.add(length);
                    ends.add(why);
                },
                () -> disk);
    }

    private short[] both(int number) {
        short[] frame = new short[2 * FRAME];
        System.arraycopy(left, number * FRAME, frame, 0, FRAME);
        System.arraycopy(right, number * FRAME, frame, FRAME, FRAME);
        return frame;
    }

    private void write() {
        writers.removeFirst().run();
    }

    private static double likeness(short[] heard, int second, short[] said) {
        int from = second * RATE_HZ + 800;
        return Likeness.find(heard, from, RATE_HZ / 2, said, from - 4_000, from + 4_000)
                .correlation();
    }

    @Test
    void eachChannelHoldsItsSideAloneAndBothAreInTime() {
        CallRecording recording = begin(2, Duration.ofHours(1));
        for (int i = 0; i < 250; i++) {
            assertThat(recording.take(both(i), FIRST_TICK + i)).isEqualTo(Taken.KEPT);
        }
        recording.end(RecordingEnd.STOPPED);
        write();

        assertThat(lengths).containsExactly(Duration.ofSeconds(5));
        assertThat(ends).containsExactly(RecordingEnd.STOPPED);
        List<short[]> sides = Played.sides(store.content(), RATE_HZ);
        assertThat(sides.get(0)).hasSize(5 * RATE_HZ);
        for (int second = 0; second < 4; second++) {
            assertThat(likeness(sides.get(0), second, left)).isGreaterThan(0.9);
            assertThat(likeness(sides.get(1), second, right)).isGreaterThan(0.9);
            assertThat(likeness(sides.get(0), second, right)).isLessThan(0.5);
            int from = second * RATE_HZ + 800;
            for (short[][] pair : new short[][][] {{sides.get(0), left}, {sides.get(1), right}}) {
                Likeness.Match match =
                        Likeness.find(pair[0], from, RATE_HZ / 2, pair[1], from - 300, from + 300);
                assertThat(match.lag() - from).isBetween(-2, 2);
            }
        }
    }

    @Test
    void oneWhoIsSilentIsSilentWhileTheOtherTalks() {
        CallRecording recording = begin(2, Duration.ofHours(1));
        for (int i = 0; i < 150; i++) {
            short[] frame = both(i);
            Arrays.fill(frame, FRAME, 2 * FRAME, (short) 0);
            assertThat(recording.take(frame, FIRST_TICK + i)).isEqualTo(Taken.KEPT);
        }
        recording.end(RecordingEnd.STOPPED);
        write();

        for (short sample : Played.sides(store.content(), RATE_HZ).get(1)) {
            assertThat(Math.abs(sample)).isLessThan((short) 5);
        }
    }

    @Test
    void whileNobodyIsRecordedTimeGoesOn() {
        CallRecording recording = begin(2, Duration.ofHours(1));
        for (int i = 0; i < 100; i++) {
            assertThat(recording.take(both(i), FIRST_TICK + i)).isEqualTo(Taken.KEPT);
        }
        for (int i = 100; i < 300; i++) {
            assertThat(recording.pass(FIRST_TICK + i)).isEqualTo(Taken.KEPT);
        }
        for (int i = 300; i < 350; i++) {
            assertThat(recording.take(both(i), FIRST_TICK + i)).isEqualTo(Taken.KEPT);
        }
        recording.end(RecordingEnd.STOPPED);
        write();

        assertThat(lengths).containsExactly(Duration.ofSeconds(7));
        List<short[]> sides = Played.sides(store.content(), RATE_HZ);
        assertThat(likeness(sides.get(0), 1, left)).isGreaterThan(0.9);
        assertThat(likeness(sides.get(0), 6, left)).isGreaterThan(0.9);
        for (int i = 3 * RATE_HZ; i < 5 * RATE_HZ; i++) {
            assertThat(Math.abs(sides.get(0)[i])).isLessThan((short) 20);
        }
    }

    @Test
    void hoursOfSilenceDoNotFillTheQueue() {
        CallRecording recording = begin(1, Duration.ofHours(2));
        for (int i = 0; i < FrameQueue.MOST_FRAMES * 40; i++) {
            assertThat(recording.pass(FIRST_TICK + i)).isEqualTo(Taken.KEPT);
        }
        assertThat(recording.take(new short[FRAME], FIRST_TICK)).isEqualTo(Taken.KEPT);
    }

    @Test
    void aDiskThatDoesNotAnswerCostsFramesAndNoTime() {
        CallRecording recording = begin(2, Duration.ofHours(1));
        for (int i = 0; i < FrameQueue.MOST_FRAMES; i++) {
            assertThat(recording.take(both(i % 100), FIRST_TICK + i)).isEqualTo(Taken.KEPT);
        }
        assertThat(recording.take(both(0), FIRST_TICK + FrameQueue.MOST_FRAMES))
                .isEqualTo(Taken.LEFT_OUT);
        recording.end(RecordingEnd.STOPPED);
        write();
        assertThat(lengths).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void itEndsAtItsLength() {
        CallRecording recording = begin(1, Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            assertThat(recording.take(new short[FRAME], FIRST_TICK + i)).isEqualTo(Taken.KEPT);
        }
        assertThat(recording.take(new short[FRAME], FIRST_TICK + 100)).isEqualTo(Taken.OVER);
        write();
        assertThat(lengths).containsExactly(Duration.ofSeconds(2));
        assertThat(ends).containsExactly(RecordingEnd.TOO_LONG);
    }

    @Test
    void whatIsCutOffIsReadableUpToItsLastSecond() {
        MemoryStore full = new MemoryStore(3);
        CallRecording recording = begin(2, Duration.ofHours(1), full);
        for (int i = 0; i < 149; i++) {
            assertThat(recording.take(both(i), FIRST_TICK + i)).isEqualTo(Taken.KEPT);
        }
        recording.end(RecordingEnd.STOPPED);
        write();

        assertThat(ends).containsExactly(RecordingEnd.FAILED);
        OggOpus read = OggOpus.read(full.content()).orElseThrow();
        assertThat(read.whole()).isFalse();
        assertThat(likeness(Played.sides(full.content(), RATE_HZ).get(1), 0, right))
                .isGreaterThan(0.9);
    }
}
