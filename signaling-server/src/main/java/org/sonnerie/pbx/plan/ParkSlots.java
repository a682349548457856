package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of parked calls: whoever dials one retrieves what waits there.
 *
 * @param first the lowest
 * @param last the highest
 */
public record ParkSlots(int first, int last) {
    private static final int MOST = 100;

    /** Checks the order, and that there are not too many. */
    public ParkSlots {
        if (first < 10 || last < first || last - first >= MOST) {
            throw new FlawedTextException(Flaw.of("disordered-slots", MOST));
        }
    }

    /**
     * Reads.
     *
     * @param text such as {@code 701-709}
     * @return the slots
     * @throws FlawedTextException if it is none
     */
    public static ParkSlots read(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2 || !number(ends[0]) || !number(ends[1])) {
            throw new FlawedTextException(Flaw.of("not-slots"));
        }
        return new ParkSlots(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    private static boolean number(String text) {
        return text.matches("[1-9][0-9]{1,5}");
    }

    /**
     * Whether it is one of them.
     *
     * @param dialled what was typed
     * @return true: it is
     */
    public boolean has(String dialled) {
        return number(dialled)
                && Integer.parseInt(dialled) >= first
                && Integer.parseInt(dialled) <= last;
    }

    /**
     * All of them.
     *
     * @return from the lowest on
     */
    public List<String> all() {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
