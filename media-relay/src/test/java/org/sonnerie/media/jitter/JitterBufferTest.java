package org.sonnerie.media.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.media.jitter.Listening.MILLI;
import static org.sonnerie.media.jitter.Listening.TICKS;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JitterBufferTest {
    private final Listening listening = new Listening();

    @Test
    void hasNothingToSayBeforeTheFirstPacket() {
        assertThat(listening.take(0)).isEqualTo(Playout.EMPTY);
    }

    @Test
    void playsASteadyStreamWithoutGapAndWithLittleDelay() {
        listening.listen(new BadNetwork(1, 0, 0, 0).carry(100, 0, 20 * MILLI), 5 * MILLI);
        assertThat(listening.frames()).isEqualTo(IntStream.range(0, 100).boxed().toList());
        assertThat(listening.heard.get(1).playout()).isEqualTo(Playout.FRAME);
    }

    @Test
    void reordersPacketsThatArriveInTime() {
        listening.put(1, 0);
        listening.put(0, 1 * MILLI);
        listening.put(2, 2 * MILLI);
        for (int i = 0; i < 4; i++) {
            listening.take((30 + 20 * i) * MILLI);
        }
        assertThat(listening.frames()).containsExactly(0, 1, 2);
    }

    @Test
    void dropsDuplicates() {
        assertThat(listening.put(0, 0)).isEqualTo(Arrival.RESTARTED);
        assertThat(listening.put(0, 1)).isEqualTo(Arrival.DUPLICATE);
        listening.take(40 * MILLI);
        assertThat(listening.put(0, 41 * MILLI)).isEqualTo(Arrival.DUPLICATE);
        assertThat(listening.buffer.statistics().duplicates()).isEqualTo(2);
    }

    @Test
    void offersTheNextPacketForRecoveryOfALostOne() {
        listening.put(0, 0);
        listening.put(2, 40 * MILLI);
        listening.put(3, 60 * MILLI);
        for (int i = 0; i < 4; i++) {
            listening.take((41 + 20 * i) * MILLI);
        }
        assertThat(listening.heard)
                .startsWith(
                        new Listening.Heard(Playout.FRAME, 0),
                        new Listening.Heard(Playout.RECOVER, 2),
                        new Listening.Heard(Playout.FRAME, 2),
                        new Listening.Heard(Playout.FRAME, 3));
    }

    @Test
    void concealsWhatCannotBeRecovered() {
        listening.put(0, 0);
        listening.put(3, 60 * MILLI);
        for (int i = 0; i < 4; i++) {
            listening.take((61 + 20 * i) * MILLI);
        }
        assertThat(listening.heard)
                .startsWith(
                        new Listening.Heard(Playout.FRAME, 0),
                        new Listening.Heard(Playout.CONCEAL, -1),
                        new Listening.Heard(Playout.RECOVER, 3),
                        new Listening.Heard(Playout.FRAME, 3));
    }

    @Test
    void countsWhatComesTooLate() {
        listening.put(0, 0);
        listening.put(2, 40 * MILLI);
        listening.take(41 * MILLI);
        listening.take(61 * MILLI);
        assertThat(listening.put(1, 65 * MILLI)).isEqualTo(Arrival.LATE);
        assertThat(listening.buffer.statistics().late()).isEqualTo(1);
    }

    @Test
    void fallsSilentWhenTheOtherSideIsGone() {
        listening.listen(new BadNetwork(1, 0, 0, 0).carry(10, 0, 20 * MILLI), 0);
        assertThat(listening.count(Playout.CONCEAL)).isEqualTo(5);
        assertThat(listening.take(10_000 * MILLI)).isEqualTo(Playout.EMPTY);
    }

    @Test
    void keepsSilentWithoutConcealingWhileTheSenderSuppressesSilence() {
        listening.put(0, 0);
        listening.putSilence(1, TICKS, 20 * MILLI);
        for (int i = 0; i < 20; i++) {
            listening.take((21 + 20 * i) * MILLI);
        }
        listening.put(2, 20 * TICKS, false, 400 * MILLI);
        listening.put(3, 21 * TICKS, false, 420 * MILLI);
        for (int i = 20; i < 22; i++) {
            listening.take((21 + 20 * i) * MILLI);
        }
        assertThat(listening.count(Playout.CONCEAL)).isZero();
        assertThat(listening.frames()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void startsAnewWithAnotherSource() {
        listening.put(0, 0);
        listening.put(1, 20 * MILLI);
        listening.take(21 * MILLI);
        listening.anotherSource();
        assertThat(listening.put(900, 30 * MILLI)).isEqualTo(Arrival.RESTARTED);
        listening.take(41 * MILLI);
        assertThat(listening.heard.getLast()).isEqualTo(new Listening.Heard(Playout.FRAME, 900));
    }

    @Test
    void startsAnewWhenTheTimestampJumps() {
        listening.put(0, 0);
        listening.take(20 * MILLI);
        assertThat(listening.put(1, 1 << 28, false, 30 * MILLI)).isEqualTo(Arrival.RESTARTED);
    }

    @Test
    void doesNotMissTheSequenceNumbersOfKeys() {
        listening.put(0, 0);
        for (int i = 1; i <= 10; i++) {
            listening.buffer.skip(listening.packet(i, TICKS, 4));
        }
        listening.put(11, 11 * TICKS, false, 220 * MILLI);
        for (int i = 0; i < 12; i++) {
            listening.take((21 + 20 * i) * MILLI);
        }
        assertThat(listening.frames()).containsExactly(0, 11);
        assertThat(listening.count(Playout.CONCEAL)).isZero();
        assertThat(listening.count(Playout.RECOVER)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bridgesTenPercentLossAndEightyMillisecondsOfJitter(long seed) {
        int packets = 3000;
        listening.listen(
                new BadNetwork(seed, 0.1, 80, 0.02).carry(packets, 0, 20 * MILLI), 7 * MILLI);
        List<Integer> frames = listening.frames();
        assertThat(frames).isSorted().doesNotHaveDuplicates();
        // 90 % arrive; nearly all of those are heard once the jitter has been learned.
        assertThat(frames.size()).isGreaterThan((int) (packets * 0.87));
        assertThat(listening.buffer.statistics().late()).isLessThan(packets / 25);
        assertThat(listening.count(Playout.RECOVER)).isGreaterThan(packets / 20);
        assertThat(listening.buffer.targetDelayMillis()).isBetween(60, 110);
    }

    @Test
    void givesTheDelayBackWhenTheNetworkIsGoodAgain() {
        listening.listen(new BadNetwork(3, 0, 80, 0).carry(1000, 0, 20 * MILLI), 0);
        long now = 1100 * 20 * MILLI;
        int target = listening.buffer.targetDelayMillis();
        for (int i = 1100; i < 3600; i++) {
            listening.put(i, i * TICKS, i % 10 == 0, now);
            listening.take(now + MILLI);
            now += 20 * MILLI;
        }
        assertThat(target).isGreaterThan(60);
        assertThat(listening.buffer.targetDelayMillis()).isLessThanOrEqualTo(20);
        assertThat(listening.buffer.delayMillis(now)).isLessThan(70);
    }

    @Test
    void givesTheDelayBackEvenWhereThereIsNoQuietMoment() {
        // The first packets come in a burst, late by 50 ms, as from a sender that is still warming
        // up.
        for (int i = 0; i < 4; i++) {
            listening.put(i, 60 * MILLI);
        }
        for (int i = 4; i < 600; i++) {
            listening.put(i, 20 * MILLI * i);
            listening.take(20 * MILLI * i + MILLI);
        }
        assertThat(listening.buffer.delayMillis(599 * 20 * MILLI)).isLessThan(50);
        assertThat(listening.frames()).isSorted();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9995, 1.0005})
    void followsAClockThatRunsWrong(double speed) {
        int packets = 30_000;
        long interval = (long) (20 * MILLI * speed);
        listening.listen(new BadNetwork(9, 0, 10, 0).carry(packets, 0, interval), 0);
        assertThat(listening.frames()).isSorted();
        assertThat(listening.frames().size()).isGreaterThan(packets - 60);
        long end = packets * interval;
        assertThat(listening.buffer.delayMillis(end)).isLessThan(150);
        assertThat(listening.count(Playout.CONCEAL)).isLessThan(80);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void survivesAnyPackets(long seed) {
        var random = new java.util.Random(seed);
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextLong(15 * MILLI);
            if (random.nextInt(3) > 0) {
                int number = random.nextInt(20) == 0 ? random.nextInt(65_536) : i;
                int at = random.nextInt(20) == 0 ? random.nextInt() : i * TICKS;
                listening.put(number, at, random.nextBoolean(), now);
            }
            if (random.nextInt(500) == 0) {
                listening.buffer.reset();
            }
            listening.take(now);
        }
        assertThat(listening.heard).hasSize(20_000);
    }
}
