package org.sonnerie.media.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.fake.Chirps;
import org.sonnerie.media.fake.Likeness;
import org.sonnerie.media.fake.Played;
import org.sonnerie.media.ogg.OggOpus;

class RecordingFileTest {
    private static final int RATE_HZ = Recording.SAMPLE_RATE_HZ;
    private static final int FRAME = RATE_HZ / 50;

    private final MemoryStore store = new MemoryStore();
    private final short[] said = Chirps.samples(3, RATE_HZ, 5);
    private final short[] silence = new short[FRAME];

    private short[] frame(int number) {
        return Arrays.copyOfRange(said, number * FRAME, (number + 1) * FRAME);
    }

    private void say(RecordingFile file, int frames) throws IOException {
        for (int i = 0; i < frames; i++) {
            file.add(frame(i), true);
        }
    }

    private void beSilent(RecordingFile file, int frames) throws IOException {
        for (int i = 0; i < frames; i++) {
            file.add(silence, false);
        }
    }

    private OggOpus read() {
        return OggOpus.read(store.content()).orElseThrow();
    }

    @Test
    void theFileIsExactlyAsLongAsWhatWasSaidAndNothingIsLate() throws IOException {
        try (RecordingFile file = new RecordingFile(store, 1)) {
            say(file, 250);
            file.end();
            assertThat(file.length()).isEqualTo(Duration.ofSeconds(5));
        }

        short[] played = Played.of(store.content(), RATE_HZ);
        assertThat(played).hasSize(5 * RATE_HZ);
        assertThat(read().packets()).hasSize(251);
        assertThat(read().whole()).isTrue();
        for (int second = 0; second < 4; second++) {
            int from = second * RATE_HZ + 1_000;
            Likeness.Match match =
                    Likeness.find(played, from, RATE_HZ / 2, said, from - 300, from + 300);
            assertThat(match.correlation()).isGreaterThan(0.9);
            assertThat(match.lag() - from).isBetween(-2, 2);
        }
    }

    @Test
    void silenceBetweenIsKeptAndSilenceAtTheEndIsNot() throws IOException {
        try (RecordingFile file = new RecordingFile(store, 1)) {
            beSilent(file, 20);
            say(file, 50);
            beSilent(file, 100);
            say(file, 50);
            beSilent(file, 500);
            file.end();
            assertThat(file.length()).isEqualTo(Duration.ofMillis(220 * 20));
        }

        short[] played = Played.of(store.content(), RATE_HZ);
        assertThat(played).hasSize(220 * FRAME);
        assertThat(read().packets()).hasSize(221);
        int again = 170 * FRAME + 2_000;
        assertThat(Likeness.find(played, again, RATE_HZ / 2, said, 0, 4_000).lag())
                .isBetween(1_998, 2_002);
        for (int i = 80 * FRAME; i < 160 * FRAME; i++) {
            assertThat(Math.abs(played[i])).isLessThan(50);
        }
    }

    @Test
    void whoSaysNothingLeavesAnEmptyFile() throws IOException {
        try (RecordingFile file = new RecordingFile(store, 1)) {
            beSilent(file, 400);
            file.end();
            assertThat(file.length()).isZero();
        }

        assertThat(read().whole()).isTrue();
        assertThat(read().samples()).isZero();
    }

    @Test
    void aVeryLongSilenceDoesNotStayInMemory() throws IOException {
        try (RecordingFile file = new RecordingFile(store, 1)) {
            say(file, 50);
            beSilent(file, RecordingFile.MOST_WAITING + 100);
            assertThat(file.length()).isEqualTo(Duration.ofSeconds(3));
        }
        assertThat(read().packets()).hasSize(150);
    }

    @Test
    void whatWasSaidIsInTheStoreASecondLaterWhateverHappens() throws IOException {
        try (RecordingFile file = new RecordingFile(store, 1)) {
            say(file, 149);
        }

        assertThat(read().whole()).isFalse();
        assertThat(read().packets()).hasSize(100);
        short[] played = Played.of(store.content(), RATE_HZ);
        assertThat(played).hasSize(2 * RATE_HZ - 104);
        assertThat(Likeness.find(played, 8_000, 8_000, said, 7_900, 8_100).correlation())
                .isGreaterThan(0.9);
    }
}
