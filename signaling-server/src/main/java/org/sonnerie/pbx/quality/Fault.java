package org.sonnerie.pbx.quality;

/**
 * What was wrong on one side.
 *
 * @param kind what
 * @param amount how much, in the kind's unit; 0 where it has none
 */
public record Fault(Kind kind, int amount) {
    /** From what is worst to what is least. */
    public enum Kind {
        /** Not a packet came. */
        NOTHING_CAME,
        /** Packets both ways were lost; per cent of the worse way. */
        LOST_BOTH_WAYS,
        /** Packets from there were lost; per cent. */
        LOST_FROM,
        /** Packets to there were lost; per cent. */
        LOST_TO,
        /** Packets came unevenly; milliseconds of jitter. */
        UNEVEN,
        /** It took long there and back; milliseconds. */
        SLOW,
        /** Packets came, all of them silence. */
        ONLY_SILENCE
    }
}
