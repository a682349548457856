package org.sonnerie.pbx.history;

import java.util.List;
import org.sonnerie.pbx.quality.LegSecond;

/**
 * What is kept of one leg's sound.
 *
 * @param who whose
 * @param seconds in order of time
 */
public record LegFacts(RecordedParty who, List<LegSecond> seconds) {
    /** Copies the list. */
    public LegFacts {
        seconds = List.copyOf(seconds);
    }
}
