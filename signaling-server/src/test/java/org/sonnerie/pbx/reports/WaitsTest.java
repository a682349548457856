package org.sonnerie.pbx.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.history.QueueVisit.End;

class WaitsTest {
    @Test
    void ofNobodyThereAreNoFigures() {
        Waits none = Waits.none();
        assertThat(none.offered()).isZero();
        assertThat(none.percentile(50)).isEmpty();
        assertThat(none.longest()).isEmpty();
        assertThat(none.answeredWithin(20)).isEmpty();
        assertThat(none.meanTalk()).isEmpty();
    }

    @Test
    void theMedianIsTheWaitThatHalfDidNotExceed() {
        Waits waits = new Waits();
        for (int seconds = 1; seconds <= 10; seconds++) {
            waits.add(End.ANSWERED, seconds, 1, 0);
        }
        assertThat(waits.percentile(50)).hasValue(5);
        assertThat(waits.percentile(90)).hasValue(9);
        assertThat(waits.percentile(100)).hasValue(10);
        waits.add(End.ANSWERED, 100, 90, 0);
        assertThat(waits.percentile(50)).hasValue(100);
        waits.add(End.ABANDONED, 300, 1, 0);
        assertThat(waits.percentile(90)).as("of those answered").hasValue(100);
        assertThat(waits.longest()).as("of all").hasValue(300);
    }

    @Test
    void whoGivesUpBeforeFiveSecondsCountsAgainstNobody() {
        Waits waits = new Waits();
        waits.add(End.ANSWERED, 20, 3, 90_000);
        waits.add(End.ANSWERED, 21, 1, 10_000);
        waits.add(End.ABANDONED, 4, 7, 0);
        assertThat(waits.answeredWithin(20)).hasValue(75);
        assertThat(waits.answeredWithin(21)).hasValue(100);
        assertThat(waits.answeredWithin(19)).hasValue(0);
        waits.add(End.ABANDONED, 5, 1, 0);
        assertThat(waits.answeredWithin(20)).hasValue(60);
        waits.add(End.LED_ON, 60, 1, 0);
        assertThat(waits.answeredWithin(20)).hasValue(50);
        assertThat(waits.shortlyAbandoned()).isEqualTo(7);
        assertThat(waits.meanTalk()).hasValue(25);
    }
}
