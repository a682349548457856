package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.PersonId;

/** The caller looks for somebody by name. */
sealed interface DirectoryStage extends Stage {
    /**
     * What is being said.
     *
     * @return empty: it waits for a key
     */
    Optional<Hears.Programme> hears();

    /**
     * When it goes on without a key.
     *
     * @return the end of patience
     */
    Instant until();

    @Override
    default Optional<Instant> due() {
        return Optional.of(until());
    }

    @Override
    default boolean alone() {
        return true;
    }

    /**
     * He types the first letters of a name.
     *
     * @param attempt how often he has been asked
     * @param typed the keys so far
     * @param hears what is being said
     * @param until when it goes on without a key
     */
    record Typing(int attempt, String typed, Optional<Hears.Programme> hears, Instant until)
            implements DirectoryStage {}

    /**
     * He hears the names that begin so, one after another, and takes one.
     *
     * @param attempt how often he had been asked
     * @param found in the order in which they are said
     * @param current which of them
     * @param unanswered how many were said since he last pressed a key
     * @param hears what is being said
     * @param until when it goes on without a key
     */
    record Browsing(
            int attempt,
            List<PersonId> found,
            int current,
            int unanswered,
            Optional<Hears.Programme> hears,
            Instant until)
            implements DirectoryStage {
        /** Copies the list. */
        public Browsing {
            found = List.copyOf(found);
        }

        Browsing at(int place, int silent) {
            int inside = Math.floorMod(place, found.size());
            return new Browsing(attempt, found, inside, silent, hears, until);
        }

        Browsing hearing(Optional<Hears.Programme> said, Instant end) {
            return new Browsing(attempt, found, current, unanswered, said, end);
        }
    }
}
