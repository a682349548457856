package org.sonnerie.pbx.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sonnerie.pbx.call.LegId;

/**
 * All that is known of one leg's sound.
 *
 * @param leg whose
 * @param talk while it talked; outside of it, that nothing comes is no fault
 * @param seconds in order of time
 */
public record LegSound(LegId leg, Optional<Talk> talk, List<LegSecond> seconds) {
    /** Loss is taken over five seconds: of one second alone, two packets are 4 %. */
    private static final int HALF_WINDOW = 2;

    private static final int FEWEST_PACKETS = LegSecond.TICKS;

    /** A pause in what comes that nobody overhears. */
    private static final int LONGEST_PAUSE = 3;

    /** Reports come every 5 s, more or less (RFC 3550 section 6.2); later ones speak of others. */
    private static final int LONGEST_REPORT = 10;

    /** As long as the network's quality class for calls allows (ITU-T Y.1541, class 0). */
    private static final int MOST_JITTER_MILLIS = 50;

    /** Of the relay's ticks; then one piece of sound in ten comes late. */
    private static final double MOST_LATE = 0.1;

    /** Nobody listens for so long without a word. */
    private static final int LONG_SILENCE = 10;

    /**
     * From when to when.
     *
     * @param from it was answered
     * @param to it was over
     */
    public record Talk(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }
    }

    /** Sorts the seconds. */
    public LegSound {
        seconds = seconds.stream().sorted(Comparator.comparing(LegSecond::at)).toList();
    }

    /** What one second says. */
    record Reading(LegSecond second, double lostFrom, int lostTo, int roundTrip, boolean nothing) {
        /** How much worse than the best it is. */
        double impairment() {
            double loss = Math.max(Rating.ofLoss(lostFrom), Rating.ofLoss(lostTo / 10.0));
            double all = loss + Rating.ofDelay(Math.max(0, roundTrip));
            return nothing || uneven() ? Math.max(all, Rating.BEST - Rating.GOOD + 1) : all;
        }

        /** Loss counts where it happened, so that a bad time begins and ends there. */
        boolean bad() {
            boolean lossAlone = lostFrom > 0 && second.in().lost() <= 0 && lostTo == 0;
            return Rating.BEST - impairment() < Rating.GOOD && !lossAlone;
        }

        boolean uneven() {
            return jitterMillis() > MOST_JITTER_MILLIS;
        }

        /** The worse of both ways. */
        int jitterMillis() {
            int from = second.in().packets() > 0 ? second.in().jitterMillis() : 0;
            return Math.max(from, second.page().map(PageSecond::jitterMillis).orElse(0));
        }
    }

    List<Reading> readings() {
        List<Reading> readings = new ArrayList<>(seconds.size());
        for (int i = 0; i < seconds.size(); i++) {
            Optional<LegSecond.Report> said = reportOn(i);
            readings.add(
                    new Reading(
                            seconds.get(i),
                            lostFrom(i),
                            Math.max(
                                    said.map(LegSecond.Report::lostPermille).orElse(0),
                                    lostAtPage(i)),
                            said.map(LegSecond.Report::roundTripMillis).orElse(-1),
                            nothingCame(i)));
        }
        return readings;
    }

    /** Per cent of what should have come around a second. */
    private double lostFrom(int place) {
        int lost = 0;
        int packets = 0;
        for (int i = Math.max(0, place - HALF_WINDOW);
                i <= Math.min(seconds.size() - 1, place + HALF_WINDOW);
                i++) {
            lost += seconds.get(i).in().lost();
            packets += seconds.get(i).in().packets();
        }
        int expected = lost + packets;
        return lost <= 0 || expected < FEWEST_PACKETS ? 0 : 100.0 * lost / expected;
    }

    /** Permille of what should have come to the page around a second, by its own word. */
    private int lostAtPage(int place) {
        int lost = 0;
        int packets = 0;
        for (int i = Math.max(0, place - HALF_WINDOW);
                i <= Math.min(seconds.size() - 1, place + HALF_WINDOW);
                i++) {
            Optional<PageSecond> page = seconds.get(i).page();
            lost += page.map(PageSecond::lost).orElse(0);
            packets += page.map(PageSecond::packets).orElse(0);
        }
        return lost + packets < FEWEST_PACKETS ? 0 : 1_000 * lost / (lost + packets);
    }

    /** The next report speaks of the time since the one before. */
    private Optional<LegSecond.Report> reportOn(int place) {
        int end = Math.min(seconds.size(), place + LONGEST_REPORT);
        return seconds.subList(place, end).stream()
                .flatMap(second -> second.out().report().stream())
                .findFirst();
    }

    /** It is one of at least three silent seconds in a row. */
    private boolean nothingCame(int place) {
        int run = 0;
        for (int i = place - LONGEST_PAUSE + 1; i < place + LONGEST_PAUSE; i++) {
            run = silent(i) ? run + 1 : 0;
            if (run >= LONGEST_PAUSE) {
                return true;
            }
        }
        return false;
    }

    private boolean silent(int place) {
        if (place < 0 || place >= seconds.size()) {
            return false;
        }
        LegSecond second = seconds.get(place);
        return second.in().packets() == 0
                && talk.filter(time -> time.holds(second.at())).isPresent();
    }

    /** Whether it sent all the time and never a sound. */
    boolean onlySilence() {
        List<LegSecond> talking =
                seconds.stream()
                        .filter(second -> talk.filter(t -> t.holds(second.at())).isPresent())
                        .filter(second -> second.in().packets() > 0)
                        .toList();
        return talking.size() >= LONG_SILENCE
                && talking.stream().allMatch(second -> second.in().voiced() == 0);
    }

    /** Whether the relay was late around a second. */
    boolean relayLate(int place) {
        int first = Math.max(0, place - HALF_WINDOW);
        int after = Math.min(seconds.size(), place + HALF_WINDOW + 1);
        OptionalInt late =
                seconds.subList(first, after).stream()
                        .mapToInt(LegSecond::lateTicks)
                        .reduce(Integer::sum);
        return late.orElse(0) > MOST_LATE * LegSecond.TICKS * (after - first);
    }
}
