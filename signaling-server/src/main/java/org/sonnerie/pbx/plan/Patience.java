package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * How long and how often a menu asks, and what it does when that was in vain.
 *
 * @param timeoutSeconds how long it waits for a key after the greeting
 * @param maxTries how often it greets before it gives up
 * @param nothingTyped where it leads when nothing was typed at the last try; empty: it says
 *     good-bye
 * @param notUnderstood where it leads when the keys of the last try meant nothing; empty: it says
 *     good-bye
 */
public record Patience(
        int timeoutSeconds,
        int maxTries,
        Optional<Destination> nothingTyped,
        Optional<Destination> notUnderstood) {
    private static final int USUAL_SECONDS = 8;
    private static final int USUAL_TRIES = 3;

    /**
     * What a menu has unless said otherwise.
     *
     * @return 8 seconds, three times, then good-bye
     */
    public static Patience usual() {
        return ending(USUAL_SECONDS, USUAL_TRIES);
    }

    /**
     * Of a menu that says good-bye in the end.
     *
     * @param timeoutSeconds how long it waits for a key
     * @param maxTries how often it greets
     * @return with no destinations
     */
    public static Patience ending(int timeoutSeconds, int maxTries) {
        return new Patience(timeoutSeconds, maxTries, Optional.empty(), Optional.empty());
    }
}
