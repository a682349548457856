package org.sonnerie.media.api;

import java.util.List;

/**
 * What one endpoint hears. An endpoint hears exactly one of these at a time; saying it twice
 * changes nothing.
 */
public sealed interface Hearing {
    /** Nothing: comfort silence. */
    record Nothing() implements Hearing {}

    /** Itself: the echo test. */
    record Itself() implements Hearing {}

    /**
     * Another endpoint.
     *
     * @param endpoint whose voice is heard
     */
    record Other(EndpointId endpoint) implements Hearing {}

    /**
     * Everybody else in a room; whoever hears a room is also heard in it unless muted.
     *
     * @param room which room
     * @param audience who in it hears this endpoint
     */
    record Room(RoomId room, Audience audience) implements Hearing {
        /**
         * One whom all others hear.
         *
         * @param room which room
         */
        public Room(RoomId room) {
            this(room, new Audience.Everybody());
        }
    }

    /**
     * Sounds one after another without a gap.
     *
     * @param play named in {@link MediaEvent.PlayEnded} when the last sound is over
     * @param sounds in order, at least one
     * @param repeat from the first again after the last, for ever
     */
    record Programme(PlayId play, List<Sound> sounds, boolean repeat) implements Hearing {
        /** Copies the list. */
        public Programme {
            sounds = List.copyOf(sounds);
            if (sounds.isEmpty()) {
                throw new IllegalArgumentException("a programme needs a sound");
            }
        }
    }
}
