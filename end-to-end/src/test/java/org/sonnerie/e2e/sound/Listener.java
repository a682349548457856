package org.sonnerie.e2e.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Listens to one ear second by second and knows the sounds that may be heard there. */
public final class Listener {
    /** Nothing in the product takes that long; a wait ends as soon as the sound is there. */
    public static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int IN_A_ROW = 2;
    private static final int REPORTED = 40;
    private static final int STEP = Reference.RATE_HZ / 10;
    private static final double HALF = 0.5;

    private final Ear ear;
    private final List<Reference> known;
    private int position;

    /**
     * Listens from now on.
     *
     * @param ear where
     * @param known what may be heard
     */
    public Listener(Ear ear, List<Reference> known) {
        this.ear = ear;
        this.known = List.copyOf(known);
        fromNow();
    }

    /**
     * Skips what was heard until now.
     *
     * @return this
     */
    public Listener fromNow() {
        ear.listen(Duration.ZERO);
        position = ear.recording().size();
        return this;
    }

    /**
     * Waits until these are heard and nobody else, for two seconds in a row.
     *
     * @param names of known sounds
     * @return the seconds
     */
    public List<Second> untilOnly(String... names) {
        return until("only " + String.join(", ", names), s -> s.hearsOnly(names));
    }

    /**
     * Waits until two seconds in a row are as they should be.
     *
     * @param what for the report
     * @param wanted of each second
     * @return the seconds
     */
    public List<Second> until(String what, Predicate<Second> wanted) {
        return until(what, IN_A_ROW, wanted);
    }

    /**
     * Waits until so many seconds in a row are as they should be; fails with all that was heard if
     * that does not come.
     *
     * @param what for the report
     * @param inARow how many
     * @param wanted of each second
     * @return the seconds
     */
    public List<Second> until(String what, int inARow, Predicate<Second> wanted) {
        List<Second> all = upTo(what, inARow, wanted);
        return all.subList(all.size() - inARow, all.size());
    }

    /**
     * Waits until a second is as it should be.
     *
     * @param what for the report
     * @param wanted of the second
     * @return the seconds before it and this one
     */
    public List<Second> untilAndAllBefore(String what, Predicate<Second> wanted) {
        return upTo(what, 1, wanted);
    }

    private List<Second> upTo(String what, int inARow, Predicate<Second> wanted) {
        long end = System.nanoTime() + LIMIT.toNanos();
        List<Second> all = new ArrayList<>();
        int row = 0;
        while (row < inARow) {
            if (!advance(end)) {
                throw new AssertionError(report(what, inARow, all));
            }
            Second second = recognise(position - Reference.WINDOW);
            all.add(second);
            row = wanted.test(second) ? row + 1 : 0;
        }
        return all;
    }

    /**
     * The next seconds, whatever is in them.
     *
     * @param count how many
     * @return them
     */
    public List<Second> next(int count) {
        return until("anything", count, _ -> true);
    }

    /**
     * The next part of the recording as it is.
     *
     * @param seconds its length
     * @return samples at 8 kHz
     */
    public short[] sound(int seconds) {
        int from = position;
        next(seconds);
        return ear.recording().part(from, seconds * Reference.RATE_HZ);
    }

    /**
     * The part of the recording from a second on.
     *
     * @param first heard before
     * @param seconds the length, of which the rest is waited for
     * @return samples at 8 kHz
     */
    public short[] soundFrom(Second first, int seconds) {
        position = first.from();
        return sound(seconds);
    }

    /**
     * Waits until a voice is heard for two seconds without a break.
     *
     * @param name of a known sound
     * @return where in the recording it begins, to a tenth of a second
     */
    public int onset(String name) {
        Reference voice = reference(name);
        long end = System.nanoTime() + LIMIT.toNanos();
        int row = 0;
        for (int from = position; ; from += STEP) {
            short[] part = window(from, end, () -> name + " was not heard for two seconds on end");
            row = voice.find(part).ncc() > HALF ? row + 1 : 0;
            if (row * STEP > Reference.WINDOW) {
                // Half of the first of these windows was the voice: it began in the middle.
                return from - (row - 1) * STEP + Reference.WINDOW / 2;
            }
        }
    }

    /**
     * Waits until a prompt is heard that may be little longer than a second, wherever it begins.
     *
     * @param name of a known sound
     */
    public void untilSaid(String name) {
        Reference prompt = reference(name);
        long end = System.nanoTime() + LIMIT.toNanos();
        double best = 0;
        for (int from = position; best < prompt.threshold(); from += STEP) {
            double before = best;
            short[] part =
                    window(from, end, () -> "did not hear " + name + ", at best by " + before);
            best = Math.max(best, prompt.find(part).ncc());
        }
    }

    /**
     * Waits until one of two prompts is heard that share words, wherever it begins.
     *
     * @param one a known sound
     * @param other another one
     * @return the name of the one that fits better
     */
    public String whichIsSaid(String one, String other) {
        Reference first = reference(one);
        Reference second = reference(other);
        double bestOfFirst = 0;
        double bestOfSecond = 0;
        int last = Integer.MAX_VALUE;
        long end = System.nanoTime() + LIMIT.toNanos();
        for (int from = position; from <= last; from += STEP) {
            short[] part = window(from, end, () -> "heard neither " + one + " nor " + other);
            bestOfFirst = Math.max(bestOfFirst, first.find(part).ncc());
            bestOfSecond = Math.max(bestOfSecond, second.find(part).ncc());
            boolean said = bestOfFirst >= first.threshold() || bestOfSecond >= second.threshold();
            if (said && last == Integer.MAX_VALUE) {
                // The words that tell them apart may come later than those they share.
                last = from + Reference.WINDOW;
            }
        }
        return bestOfFirst > bestOfSecond ? one : other;
    }

    /** The window that begins there, waited for until the end. */
    private short[] window(int from, long end, Supplier<String> failure) {
        position = from;
        if (!advance(end)) {
            throw new AssertionError(ear.name() + ": " + failure.get());
        }
        return ear.recording().part(from, Reference.WINDOW);
    }

    private Reference reference(String name) {
        return known.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private boolean advance(long end) {
        while (ear.recording().size() < position + Reference.WINDOW) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            ear.listen(Duration.ofNanos(left));
        }
        position += Reference.WINDOW;
        return true;
    }

    private Second recognise(int from) {
        return new Second(from, ear.recording().part(from, Reference.WINDOW), known);
    }

    private String report(String what, int inARow, List<Second> heard) {
        StringBuilder text = new StringBuilder(ear.name());
        text.append(" should have heard ").append(what).append(" for ").append(inARow);
        text.append(" s within ").append(LIMIT.toSeconds()).append(" s, but heard");
        if (heard.isEmpty()) {
            text.append(" nothing that lasted a second");
        }
        heard.stream()
                .skip(Math.max(0, heard.size() - REPORTED))
                .forEach(second -> text.append("\n  ").append(second));
        return text.toString();
    }
}
