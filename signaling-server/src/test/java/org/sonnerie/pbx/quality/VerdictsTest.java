package org.sonnerie.pbx.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.LegId;

/** Which time was bad, what was bad in it, and on whose side. */
final class VerdictsTest {
    private static final LegId ALICE = new LegId("c-1");
    private static final LegId CARRIER = new LegId("c-2");

    private final Line alice = new Line("c-1");
    private final Line carrier = new Line("c-2");

    private SoundVerdict verdict() {
        return Verdicts.of(List.of(alice.sound(), carrier.sound()));
    }

    private void assertBad(int from, int to, LegId whose, Fault.Kind kind, int amount) {
        assertThat(verdict())
                .isEqualTo(
                        new SoundVerdict.Bad(
                                Line.BEGIN.plusSeconds(from),
                                Line.BEGIN.plusSeconds(to),
                                List.of(new SoundVerdict.Blame(whose, new Fault(kind, amount))),
                                false,
                                List.of(whose.equals(ALICE) ? CARRIER : ALICE)));
    }

    @Test
    void withoutFactsNothingIsKnown() {
        assertThat(verdict()).isEqualTo(new SoundVerdict.NothingKnown());
    }

    @Test
    void aCleanCallIsGood() {
        alice.good(60);
        carrier.good(60);

        assertThat(verdict()).isEqualTo(new SoundVerdict.Good());
    }

    @Test
    void aSingleLostPacketNowAndThenIsGood() {
        for (int i = 0; i < 10; i++) {
            alice.good(5).loses(1, 2);
        }
        carrier.good(60);

        assertThat(verdict()).isEqualTo(new SoundVerdict.Good());
    }

    @Test
    void lossIsBlamedOnTheSideThatLost() {
        alice.good(14).loses(17, 9).good(20);
        carrier.good(51);

        assertBad(14, 31, ALICE, Fault.Kind.LOST_FROM, 18);
    }

    @Test
    void whatTheOtherEndReportsLostIsOnItsSideToo() {
        alice.good(51);
        carrier.good(20).isReportedToLose(10, 90).good(21);

        assertBad(20, 30, CARRIER, Fault.Kind.LOST_TO, 9);
    }

    @Test
    void whatItsPageMissesIsOnItsSideToo() {
        alice.good(20).itsPageMisses(10, 10).good(21);
        carrier.good(51);

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        SoundVerdict.Bad.class,
                        bad -> {
                            assertThat(bad.blames())
                                    .extracting(SoundVerdict.Blame::leg, b -> b.fault().kind())
                                    .containsExactly(tuple(ALICE, Fault.Kind.LOST_TO));
                            assertThat(bad.clean()).containsExactly(CARRIER);
                        });
    }

    @Test
    void lossBothWays() {
        alice.losesBothWays(30, 5);
        carrier.good(30);

        assertBad(0, 30, ALICE, Fault.Kind.LOST_BOTH_WAYS, 10);
    }

    @Test
    void theWorstTimeIsTold() {
        alice.loses(5, 4).good(60).loses(10, 20).good(20);
        carrier.good(95);

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        SoundVerdict.Bad.class,
                        bad -> assertThat(bad.from()).isAfter(Line.BEGIN.plusSeconds(60)));
    }

    @Test
    void badTimesNearEachOtherAreOne() {
        alice.good(10).isUneven(3, 80).good(3).isUneven(3, 90).good(20);
        carrier.good(39);

        assertBad(10, 19, ALICE, Fault.Kind.UNEVEN, 90);
    }

    @Test
    void aLongWayIsSlow() {
        alice.good(5);
        carrier.good(5);
        alice.isSlow(20, 900);
        carrier.good(20);

        assertBad(5, 25, ALICE, Fault.Kind.SLOW, 900);
    }

    @Test
    void nothingThatComesWhileTalkingIsAFault() {
        alice.good(20);
        carrier.good(5).sendsNothing(10).good(5);

        assertBad(5, 15, CARRIER, Fault.Kind.NOTHING_CAME, 0);
    }

    @Test
    void nothingThatComesBeforeTalkingIsNone() {
        alice.good(20);
        carrier.neverTalked().sendsNothing(20);

        assertThat(verdict()).isEqualTo(new SoundVerdict.Good());
    }

    @Test
    void oneWhoIsNeverHeardSentOnlySilence() {
        alice.isSilent(20);
        carrier.good(20);

        assertBad(0, 20, ALICE, Fault.Kind.ONLY_SILENCE, 0);
    }

    @Test
    void aLateRelayIsBlamedAndNobodyElse() {
        alice.good(10).relayIsLate(5, 20).good(10);
        carrier.good(10).relayIsLate(5, 20).good(10);

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        SoundVerdict.Bad.class,
                        bad -> {
                            assertThat(bad.relayLate()).isTrue();
                            assertThat(bad.blames()).isEmpty();
                            assertThat(bad.clean()).containsExactly(ALICE, CARRIER);
                        });
    }

    @Test
    void packetsThatComeAfterAllWereNotLost() {
        alice.good(5).loses(1, 20).loses(1, -20).good(20);
        carrier.good(27);

        assertThat(verdict()).isEqualTo(new SoundVerdict.Good());
    }
}
