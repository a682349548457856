package org.sonnerie.pbx.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.sonnerie.pbx.quality.LegSound.Reading;

/** Says how a call sounded from the facts of its legs. Pure. */
public final class Verdicts {
    /** Bad times nearer to each other than that are one. */
    private static final long JOINED_SECONDS = 5;

    private Verdicts() {}

    /** One leg with its readings. */
    private record Heard(LegSound sound, List<Reading> readings) {
        List<Reading> within(Span span) {
            return readings.stream().filter(one -> span.holds(one.second().at())).toList();
        }
    }

    /** A bad time and how bad it was in all. */
    private record Span(Instant from, Instant to, double weight) {
        boolean holds(Instant at) {
            return at.isAfter(from) && !at.isAfter(to);
        }

        boolean joins(Instant at) {
            return !at.isAfter(to.plusSeconds(JOINED_SECONDS));
        }

        Span with(Instant at, double more) {
            return new Span(from, at, weight + more);
        }
    }

    /**
     * The verdict.
     *
     * @param legs those of which something is known
     * @return how it sounded
     */
    public static SoundVerdict of(List<LegSound> legs) {
        List<Heard> heard =
                legs.stream()
                        .filter(leg -> !leg.seconds().isEmpty())
                        .map(leg -> new Heard(leg, leg.readings()))
                        .toList();
        if (heard.isEmpty()) {
            return new SoundVerdict.NothingKnown();
        }
        return worst(heard)
                .map(span -> bad(heard, span))
                .or(() -> silent(heard))
                .orElse(new SoundVerdict.Good());
    }

    private static Optional<Span> worst(List<Heard> legs) {
        NavigableMap<Instant, Double> bad = new TreeMap<>();
        for (Heard leg : legs) {
            for (int i = 0; i < leg.readings().size(); i++) {
                Reading reading = leg.readings().get(i);
                if (reading.bad() || leg.sound().relayLate(i)) {
                    bad.merge(reading.second().at(), 1 + reading.impairment(), Double::sum);
                }
            }
        }
        return joined(bad).stream().max(Comparator.comparingDouble(Span::weight));
    }

    private static List<Span> joined(NavigableMap<Instant, Double> bad) {
        List<Span> spans = new ArrayList<>();
        for (Map.Entry<Instant, Double> one : bad.entrySet()) {
            if (!spans.isEmpty() && spans.getLast().joins(one.getKey())) {
                spans.add(spans.removeLast().with(one.getKey(), one.getValue()));
            } else {
                // A second is known at its end: it began one earlier.
                spans.add(new Span(one.getKey().minusSeconds(1), one.getKey(), one.getValue()));
            }
        }
        return spans;
    }

    private static SoundVerdict bad(List<Heard> legs, Span span) {
        List<SoundVerdict.Blame> blames =
                legs.stream()
                        .flatMap(leg -> blame(leg, span).stream())
                        .sorted(Comparator.comparing(blame -> blame.fault().kind()))
                        .toList();
        boolean late = legs.stream().anyMatch(leg -> relayLate(leg, span));
        return new SoundVerdict.Bad(
                span.from(),
                span.to(),
                blames,
                late,
                legs.stream()
                        .filter(leg -> !leg.within(span).isEmpty())
                        .filter(leg -> leg.within(span).stream().noneMatch(Reading::bad))
                        .map(leg -> leg.sound().leg())
                        .toList());
    }

    private static boolean relayLate(Heard leg, Span span) {
        for (int i = 0; i < leg.readings().size(); i++) {
            if (span.holds(leg.readings().get(i).second().at()) && leg.sound().relayLate(i)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<SoundVerdict.Blame> blame(Heard leg, Span span) {
        List<Reading> all = leg.within(span);
        return all.stream().anyMatch(Reading::bad)
                ? Optional.of(new SoundVerdict.Blame(leg.sound().leg(), fault(all)))
                : Optional.empty();
    }

    /** What is worst in a bad time. */
    private static Fault fault(List<Reading> all) {
        if (all.stream().filter(Reading::nothing).count() * 2 >= all.size()) {
            return new Fault(Fault.Kind.NOTHING_CAME, 0);
        }
        int from = lostFrom(all);
        int to = percentTo(all);
        int jitter = all.stream().mapToInt(Reading::jitterMillis).max().orElse(0);
        int slow = all.stream().mapToInt(Reading::roundTrip).max().orElse(0);
        double loss = Rating.ofLoss(Math.max(from, to));
        boolean lossIsWorse = loss >= Rating.ofDelay(Math.max(0, slow));
        if (all.stream().anyMatch(Reading::uneven) && loss < Rating.BEST - Rating.GOOD) {
            return new Fault(Fault.Kind.UNEVEN, jitter);
        }
        return lossIsWorse && Math.max(from, to) > 0
                ? lost(from, to)
                : new Fault(Fault.Kind.SLOW, slow);
    }

    private static Fault lost(int from, int to) {
        if (from > 0 && to > 0 && Math.max(from, to) < 4 * Math.min(from, to)) {
            return new Fault(Fault.Kind.LOST_BOTH_WAYS, Math.max(from, to));
        }
        return from >= to
                ? new Fault(Fault.Kind.LOST_FROM, from)
                : new Fault(Fault.Kind.LOST_TO, to);
    }

    private static int lostFrom(List<Reading> all) {
        int lost = all.stream().mapToInt(one -> one.second().in().lost()).sum();
        int packets = all.stream().mapToInt(one -> one.second().in().packets()).sum();
        return lost <= 0 ? 0 : Math.round(100f * lost / (lost + packets));
    }

    private static int percentTo(List<Reading> all) {
        return (int) Math.round(all.stream().mapToInt(Reading::lostTo).average().orElse(0) / 10);
    }

    /** Nothing is lost, but one of them was never heard. */
    private static Optional<SoundVerdict> silent(List<Heard> legs) {
        return legs.stream()
                .filter(leg -> leg.sound().onlySilence())
                .findFirst()
                .map(leg ->
                        new SoundVerdict.Bad(
                                leg.readings().getFirst().second().at().minusSeconds(1),
                                leg.readings().getLast().second().at(),
                                List.of(
                                        new SoundVerdict.Blame(
                                                leg.sound().leg(),
                                                new Fault(Fault.Kind.ONLY_SILENCE, 0))),
                                false,
                                legs.stream()
                                        .map(other -> other.sound().leg())
                                        .filter(id -> !id.equals(leg.sound().leg()))
                                        .toList()));
    }
}
