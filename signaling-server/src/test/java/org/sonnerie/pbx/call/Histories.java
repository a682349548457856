package org.sonnerie.pbx.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Random histories of a call, the same for the same seed, and the shortest of them that breaks a
 * property: see docs/adr/0004-own-history-generator.md.
 *
 * <p>A history is a list of steps, not of events: a step names its leg by position and is read
 * against the call as it then is. So any part of a history can be left out, and what is left is
 * still a history.
 */
final class Histories {
    private static final int LONGEST = 40;
    static final int LEGS = 6;
    private static final int PICKS = 12;

    private Histories() {}

    /** What can happen. */
    enum Kind {
        RINGS,
        EARLY_MEDIA,
        ANSWERS,
        ENDS,
        KEY,
        PIN_RIGHT,
        PIN_WRONG,
        PLAY_ENDED,
        STRAY_PLAY_ENDED,
        HOLDS,
        RESUMES,
        PAGE_LOST,
        PAGE_RETURNED,
        TIMED_OUT,
        TIMED_OUT_TOO_SOON,
        SERVER_RESTARTED,
        BEGINS_AGAIN,
        TRANSFERS,
        ASKS,
        COMPLETES,
        CANCELS,
        JOINS,
        PARKS,
        TAKES,
        RECORDED,
        LISTED,
        MEMBERS_ORDERED,
        OFFERED,
        QUEUE_TOLD,
        SEATED,
        SILENCED,
        TURNED_OUT,
        RECORDING_WISHED,
        RECORDING_CLOSED,
        ROOM_RECORDED,
        MAILBOX_TOLD,
        GREETING_RECORDED,
        NAMES_TOLD,
        NAME_RECORDED,
        ASLEEP,
        NOT_WOKEN,
        SUPERVISED
    }

    /**
     * One thing that happens.
     *
     * @param kind what
     * @param leg to which leg, by position; may be one that does not exist
     * @param pick which of several forms: a number, a key, a reason
     * @param delayMillis how long after the step before
     */
    record Step(Kind kind, int leg, int pick, int delayMillis) {}

    /**
     * A history.
     *
     * @param start which number is dialled or called
     * @param steps what happens then
     */
    record History(int start, List<Step> steps) {
        History {
            steps = List.copyOf(steps);
        }
    }

    static History random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Kind[] kinds = Kind.values();
        // Few would come so far by chance.
        List<Step> steps = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            steps.add(new Step(Kind.ANSWERS, 1, 0, random.nextInt(5_000)));
            steps.add(new Step(Kind.ASKS, random.nextInt(2), random.nextInt(2), 100));
            steps.add(new Step(Kind.ANSWERS, 2, 0, random.nextInt(5_000)));
        } else if (random.nextInt(3) == 0) {
            steps.add(new Step(Kind.ANSWERS, 1, 0, random.nextInt(5_000)));
            steps.add(new Step(Kind.RECORDING_WISHED, random.nextInt(2), 0, 100));
            // Whoever is outside agrees.
            steps.add(new Step(Kind.KEY, 0, 1, 100));
            steps.add(new Step(Kind.PLAY_ENDED, 0, 0, 100));
            steps.add(new Step(Kind.RECORDING_WISHED, random.nextInt(2), 1, 100));
            steps.add(new Step(Kind.RECORDING_WISHED, random.nextInt(2), 2, 100));
        }
        prepareSupervision(random, steps);
        if (random.nextInt(6) == 0) {
            steps.add(new Step(Kind.PIN_RIGHT, 0, 0, 100));
            steps.add(new Step(Kind.PLAY_ENDED, 0, 0, 100));
            steps.add(new Step(Kind.SEATED, 0, random.nextInt(PICKS), 100));
            steps.add(new Step(Kind.SEATED, 0, random.nextInt(PICKS), 100));
        }
        prepareRecordings(random, steps);
        int length = 1 + random.nextInt(LONGEST);
        for (int i = 0; i < length; i++) {
            Kind kind = kinds[random.nextInt(kinds.length)];
            // Ends of every kind come often enough by chance: most histories shall live longer.
            boolean ending = kind == Kind.ENDS || kind == Kind.SERVER_RESTARTED;
            if (ending && random.nextInt(3) > 0) {
                kind = Kind.PLAY_ENDED;
            }
            int leg = random.nextInt(3) == 0 ? random.nextInt(LEGS) : random.nextInt(2);
            steps.add(new Step(kind, leg, random.nextInt(PICKS), random.nextInt(5_000)));
        }
        return new History(random.nextInt(HistoryRun.STARTS), steps);
    }

    private static void prepareSupervision(SplittableRandom random, List<Step> steps) {
        if (random.nextInt(6) == 0) {
            steps.add(new Step(Kind.ANSWERS, 1, 0, 100));
            steps.add(new Step(Kind.SUPERVISED, 0, random.nextInt(PICKS), 100));
            steps.add(new Step(Kind.ANSWERS, LEGS - 1, 0, 100));
            steps.add(new Step(Kind.SUPERVISED, 0, random.nextInt(PICKS), 100));
        }
    }

    private static void prepareRecordings(SplittableRandom random, List<Step> steps) {
        if (random.nextInt(6) == 0) {
            GreetingRun.prepare(random, steps);
        }
        if (random.nextInt(6) == 0) {
            NameRun.prepare(random, steps);
        }
    }

    /**
     * Tries a property on many histories.
     *
     * @param count how many
     * @param property throws an {@link AssertionError} or a {@link RuntimeException} where it does
     *     not hold
     * @throws AssertionError naming the seed and the shortest history found
     */
    static void forAll(int count, Consumer<History> property) {
        for (long seed = 1; seed <= count; seed++) {
            History history = random(seed);
            if (failure(property, history).isPresent()) {
                History shortest = shrink(property, history);
                throw new AssertionError(
                        "seed " + seed + ", shortest history: " + shortest,
                        failure(property, shortest).orElseThrow());
            }
        }
    }

    private static Optional<Throwable> failure(Consumer<History> property, History history) {
        try {
            property.accept(history);
            return Optional.empty();
        } catch (AssertionError | RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    /** Leaves out ever smaller pieces for as long as the property still fails. */
    static History shrink(Consumer<History> property, History failing) {
        History shortest = failing;
        int piece = Math.max(1, failing.steps().size() / 2);
        while (piece >= 1) {
            Optional<History> shorter = without(property, shortest, piece);
            if (shorter.isPresent()) {
                shortest = shorter.get();
            } else {
                piece /= 2;
            }
        }
        return shortest;
    }

    private static Optional<History> without(
            Consumer<History> property, History history, int piece) {
        List<Step> steps = history.steps();
        for (int from = 0; from + piece <= steps.size(); from++) {
            List<Step> fewer = new ArrayList<>(steps.subList(0, from));
            fewer.addAll(steps.subList(from + piece, steps.size()));
            History candidate = new History(history.start(), fewer);
            if (failure(property, candidate).isPresent()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
