package org.sonnerie.media.api;

import java.nio.file.Path;

/** Something that can be played to an endpoint or into a room. */
public sealed interface Sound {
    /**
     * A spoken prompt of the built-in set.
     *
     * @param language BCP 47 primary language, such as {@code en}
     * @param name the prompt's name in the set, such as {@code menu-welcome}
     */
    record Prompt(String language, String name) implements Sound {}

    /**
     * A piece of hold music. Everybody who hears the same piece hears the same moment of it (one
     * shared encoding).
     *
     * @param name the piece's name
     */
    record Music(String name) implements Sound {}

    /**
     * A call progress tone (ITU-T E.180), endless until something else is heard.
     *
     * @param kind which tone
     * @param country ISO 3166-1 alpha-2 of the country whose tones are used
     */
    record Tone(ToneKind kind, String country) implements Sound {}

    /**
     * Silence of a given length.
     *
     * @param millis how long, 20 to 60,000
     */
    record Pause(int millis) implements Sound {}

    /**
     * A file that the relay recorded. It is read while what comes before it is played; one that
     * cannot be read, or is not Ogg Opus, is a tenth of a second of silence.
     *
     * @param file its absolute path
     */
    record Recorded(String file) implements Sound {
        /** Checks the path. */
        public Recorded {
            if (!Path.of(file).isAbsolute()) {
                throw new IllegalArgumentException("not an absolute path");
            }
        }
    }

    /** The kinds of call progress tone. */
    enum ToneKind {
        /** The callee's phone rings. */
        RING_BACK,
        /** The callee is talking to somebody else. */
        BUSY,
        /** The call could not be carried (congestion). */
        ERROR,
        /** The number does not exist (special information tone). */
        UNOBTAINABLE,
        /** A short beep: somebody entered the room. Ends by itself. */
        ENTER,
        /** A short beep: somebody left the room. Ends by itself. */
        LEAVE,
        /** Speak now: a longer beep before a recording begins. Ends by itself. */
        BEEP
    }
}
