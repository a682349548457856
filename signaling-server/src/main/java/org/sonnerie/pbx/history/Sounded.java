package org.sonnerie.pbx.history;

import org.sonnerie.pbx.quality.SoundVerdict;

/**
 * How a call sounded: for whoever reads it, and for a program.
 *
 * @param rating in a word
 * @param sentence when it was bad, and on whose side
 */
public record Sounded(Rating rating, Sentence sentence) {
    /** In a word. */
    public enum Rating {
        /** The whole time. */
        GOOD,
        /** For a time. */
        BAD,
        /** Nothing is kept of it. */
        UNKNOWN;

        static Rating of(SoundVerdict verdict) {
            return switch (verdict) {
                case SoundVerdict.NothingKnown() -> UNKNOWN;
                case SoundVerdict.Good() -> GOOD;
                case SoundVerdict.Bad _ -> BAD;
            };
        }
    }

    static Sounded of(SoundVerdict verdict, SoundWords words) {
        return new Sounded(Rating.of(verdict), words.of(verdict));
    }
}
