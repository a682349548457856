package org.sonnerie.pbx.runtime;

/** How a person hands a call on, or lets others into it. */
public sealed interface HandOn {
    /** The longest that can be typed as a target, in characters. */
    int LONGEST_TARGET = 64;

    /**
     * The other party is led there, this person leaves.
     *
     * @param to what was typed
     * @param note for whoever takes it; may be empty
     */
    record Transfer(String to, String note) implements HandOn {}

    /**
     * The other party is led to the mailbox of whoever is there, this person leaves.
     *
     * @param to what was typed
     */
    record ToVoicemail(String to) implements HandOn {}

    /**
     * This person is led there, the other party waits.
     *
     * @param to what was typed
     * @param note for whoever is asked; may be empty
     */
    record Consult(String to, String note) implements HandOn {}

    /** The party that waits gets whoever was asked. */
    record Complete() implements HandOn {}

    /** Back to the party that waits. */
    record Cancel() implements HandOn {}

    /** All talk. */
    record Join() implements HandOn {}

    /** The other party waits in a slot. */
    record Park() implements HandOn {}
}
