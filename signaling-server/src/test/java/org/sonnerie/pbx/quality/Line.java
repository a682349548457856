package org.sonnerie.pbx.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.LegId;

/** A leg's sound, told second by second. */
public final class Line {
    public static final Instant BEGIN = Instant.parse("2026-11-23T10:02:00Z");

    private final LegId leg;
    private final List<LegSecond> seconds = new ArrayList<>();
    private boolean talks = true;
    private Optional<PageSecond> page = Optional.empty();

    public Line(String leg) {
        this.leg = new LegId(leg);
    }

    public Line neverTalked() {
        talks = false;
        return this;
    }

    private Line add(int times, LegSecond.In in, Optional<LegSecond.Report> report, int late) {
        for (int i = 0; i < times; i++) {
            seconds.add(
                    new LegSecond(
                            BEGIN.plusSeconds(seconds.size() + 1L),
                            "opus",
                            in,
                            new LegSecond.Out(50, report),
                            true,
                            false,
                            late,
                            page));
        }
        return this;
    }

    private static LegSecond.In in(int packets, int lost, int voiced, int jitter) {
        return new LegSecond.In(packets, lost, 0, 0, voiced, jitter);
    }

    private static Optional<LegSecond.Report> says(int permille, int roundTrip) {
        return Optional.of(new LegSecond.Report(permille, 3, roundTrip));
    }

    public Line good(int times) {
        return add(times, in(50, 0, 30, 4), says(0, 40), 0);
    }

    public Line loses(int times, int lost) {
        return add(times, in(50 - lost, lost, 30, 4), says(0, 40), 0);
    }

    public Line isReportedToLose(int times, int permille) {
        return add(times, in(50, 0, 30, 4), says(permille, 40), 0);
    }

    public Line losesBothWays(int times, int lost) {
        return add(times, in(50 - lost, lost, 30, 4), says(lost * 20, 40), 0);
    }

    public Line itsPageMisses(int times, int lost) {
        page = Optional.of(new PageSecond(50 - lost, lost, 20 * lost, 4, 40));
        add(times, in(50, 0, 30, 4), Optional.empty(), 0);
        page = Optional.empty();
        return this;
    }

    public Line isUneven(int times, int jitter) {
        return add(times, in(50, 0, 30, jitter), says(0, 40), 0);
    }

    public Line isSlow(int times, int roundTrip) {
        return add(times, in(50, 0, 30, 4), says(0, roundTrip), 0);
    }

    public Line sendsNothing(int times) {
        return add(times, in(0, 0, 0, 4), Optional.empty(), 0);
    }

    public Line isSilent(int times) {
        return add(times, in(50, 0, 0, 4), says(0, 40), 0);
    }

    public Line relayIsLate(int times, int ticks) {
        return add(times, in(50, 0, 30, 4), says(0, 40), ticks);
    }

    public LegSound sound() {
        Optional<LegSound.Talk> talk =
                talks && !seconds.isEmpty()
                        ? Optional.of(new LegSound.Talk(BEGIN, seconds.getLast().at()))
                        : Optional.empty();
        return new LegSound(leg, talk, seconds);
    }
}
