package org.sonnerie.pbx.quality;

import java.time.Instant;
import java.util.List;
import org.sonnerie.pbx.call.LegId;

/** How a call sounded, on the whole. */
public sealed interface SoundVerdict {
    /** Nothing is known. */
    record NothingKnown() implements SoundVerdict {}

    /** Good the whole time. */
    record Good() implements SoundVerdict {}

    /**
     * Bad for a time; where it was so more than once, the worst of them.
     *
     * @param from when it began
     * @param to when it ended
     * @param blames what was wrong on which side, the worst first; may be empty where the relay
     *     alone was late
     * @param relayLate the relay itself was late
     * @param clean the sides on which nothing was wrong in that time
     */
    record Bad(Instant from, Instant to, List<Blame> blames, boolean relayLate, List<LegId> clean)
            implements SoundVerdict {
        /** Copies the lists. */
        public Bad {
            blames = List.copyOf(blames);
            clean = List.copyOf(clean);
        }
    }

    /**
     * What was wrong on one side.
     *
     * @param leg whose
     * @param fault what
     */
    record Blame(LegId leg, Fault fault) {}
}
