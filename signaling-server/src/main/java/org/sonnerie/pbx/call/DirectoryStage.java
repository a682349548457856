package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.PersonId;

/** The caller looks for somebody by name. */
sealed interface DirectoryStage extends Stage.Alone {
    /**
     * What is being said.
     *
     * @return empty: it waits for a key
     */
    Optional<Hears.Programme> hears();

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
     * It is asked who of those whose names begin so has recorded it.
     *
     * @param attempt how often he had been asked
     * @param found in the order in which they are said
     * @param until when it goes on without an answer
     */
    record Fetching(int attempt, List<PersonId> found, Instant until) implements DirectoryStage {
        /** Copies the list. */
        public Fetching {
            found = List.copyOf(found);
        }

        @Override
        public Optional<Hears.Programme> hears() {
            return Optional.empty();
        }
    }

    /**
     * He hears the names that begin so, one after another, and takes one.
     *
     * @param attempt how often he had been asked
     * @param found in the order in which they are said
     * @param recorded the names of those of them who have recorded them
     * @param current which of them
     * @param unanswered how many were said since he last pressed a key
     * @param hears what is being said
     * @param until when it goes on without a key
     */
    record Browsing(
            int attempt,
            List<PersonId> found,
            Map<PersonId, MessageId> recorded,
            int current,
            int unanswered,
            Optional<Hears.Programme> hears,
            Instant until)
            implements DirectoryStage {
        /** Copies the list and the map. */
        public Browsing {
            found = List.copyOf(found);
            recorded = Map.copyOf(recorded);
        }

        Browsing at(int place, int silent) {
            int inside = Math.floorMod(place, found.size());
            return new Browsing(attempt, found, recorded, inside, silent, hears, until);
        }

        Browsing hearing(Optional<Hears.Programme> said, Instant end) {
            return new Browsing(attempt, found, recorded, current, unanswered, said, end);
        }
    }
}
