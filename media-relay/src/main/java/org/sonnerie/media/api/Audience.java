package org.sonnerie.media.api;

/** Who in a room hears one who is in it. He himself hears all whom everybody hears, always. */
public sealed interface Audience {
    /** All others. */
    record Everybody() implements Audience {}

    /** None: he only listens. */
    record Nobody() implements Audience {}

    /**
     * One other: the rest hear nothing of it.
     *
     * @param endpoint who hears him; nobody does while that one is not in the room
     */
    record OnlyOne(EndpointId endpoint) implements Audience {}
}
