package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.PersonId;

/** Why it went as it went in the directory of names. */
public sealed interface DirectoryReason extends OnWords {
    /**
     * The caller is asked for the first letters of a name.
     *
     * @param attempt which time
     */
    record Asks(int attempt) implements DirectoryReason {}

    /**
     * He hears whose names begin so.
     *
     * @param typed the keys; empty: all names
     * @param found how many
     */
    record Found(String typed, int found) implements DirectoryReason {}

    /**
     * Nobody's name begins so.
     *
     * @param typed the keys
     */
    record NobodyFound(String typed) implements DirectoryReason {}

    /**
     * He takes one.
     *
     * @param person whom
     */
    record Chosen(PersonId person) implements DirectoryReason {}

    /** Nobody wants to stand in it. */
    record Empty() implements DirectoryReason {}

    /** He did not say whom he wants. */
    record GaveUp() implements DirectoryReason {}
}
