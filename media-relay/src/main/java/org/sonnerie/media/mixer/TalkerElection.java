package org.sonnerie.media.mixer;

import org.jspecify.annotations.Nullable;

/**
 * Chooses the few who are mixed among those who talk: the loudest, but who has the floor keeps it
 * until a newcomer is clearly louder, so that voices do not flicker. For each tick: {@link #begin},
 * {@link #candidate} for each who talks, {@link #end}. Not thread safe.
 *
 * @param <P> a participant; compared by {@code equals}
 */
public final class TalkerElection<P> {
    /** More voices than three at once are noise to the listener, and cost. */
    public static final int SEATS = 3;

    /** By how much a newcomer must be louder than who has the floor. */
    static final double MARGIN_DECIBELS = 4;

    private final @Nullable Object[] seated = new @Nullable Object[SEATS];
    private final @Nullable Object[] elected = new @Nullable Object[SEATS];
    private final double[] loudness = new double[SEATS];
    private int count;

    /** Opens an election. */
    public void begin() {
        count = 0;
    }

    /**
     * Proposes one who talks.
     *
     * @param participant who
     * @param decibelsBelowFullScale his smoothed level: smaller is louder
     */
    public void candidate(P participant, double decibelsBelowFullScale) {
        double rank = decibelsBelowFullScale - (hasFloor(participant) ? MARGIN_DECIBELS : 0);
        int place = count;
        while (place > 0 && loudness[place - 1] > rank) {
            place--;
        }
        if (place == SEATS) {
            return;
        }
        int last = Math.min(count, SEATS - 1);
        for (int i = last; i > place; i--) {
            elected[i] = elected[i - 1];
            loudness[i] = loudness[i - 1];
        }
        elected[place] = participant;
        loudness[place] = rank;
        count = Math.min(count + 1, SEATS);
    }

    /** Closes the election: {@link #hasFloor} now tells its outcome. */
    public void end() {
        for (int i = 0; i < SEATS; i++) {
            seated[i] = i < count ? elected[i] : null;
            elected[i] = null;
        }
    }

    /**
     * Whether somebody was elected at the last {@link #end}.
     *
     * @param participant who
     * @return true if he is to be mixed
     */
    public boolean hasFloor(P participant) {
        for (Object seat : seated) {
            if (seat != null && seat.equals(participant)) {
                return true;
            }
        }
        return false;
    }
}
