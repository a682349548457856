package org.sonnerie.pbx.guests;

/** What a token is good for. */
public sealed interface Admission {
    /**
     * It lets in.
     *
     * @param link where to
     */
    record Good(GuestLink link) implements Admission {}

    /** It was good once. */
    record Over() implements Admission {}

    /** This server has not signed it. */
    record Unknown() implements Admission {}
}
