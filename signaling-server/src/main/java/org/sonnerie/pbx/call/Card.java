package org.sonnerie.pbx.call;

/**
 * What travels with a call that was handed on.
 *
 * @param kind what happened
 * @param other who handed it on, who waits, or who did not take it
 * @param note what the person who handed it on wrote; may be empty
 */
public record Card(Kind kind, Named other, String note) {
    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 200;

    /** What happened to the call. */
    public enum Kind {
        /** {@code other} handed it on. */
        TRANSFERRED,
        /** Somebody asks while {@code other} waits. */
        CONSULTATION,
        /** It is back: {@code other} did not take it. */
        RETURNED
    }
}
