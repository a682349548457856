package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a queue tells those who wait, between the music.
 *
 * @param welcome the first prompt; empty: none
 * @param everySeconds how long after the last words it speaks again; 0: only at the beginning
 * @param position whether it says who is next
 * @param waitingTime whether it says how long it will take, where that is known
 * @param adverts prompts of which one is played each time it speaks again, by turns
 */
public record Telling(
        Optional<String> welcome,
        int everySeconds,
        boolean position,
        boolean waitingTime,
        List<String> adverts) {
    /** The position at the beginning and every 45 s, with the waiting time. */
    public static final Telling USUAL = new Telling(Optional.empty(), 45, true, true, List.of());

    /** Copies the list. */
    public Telling {
        adverts = List.copyOf(adverts);
    }
}
