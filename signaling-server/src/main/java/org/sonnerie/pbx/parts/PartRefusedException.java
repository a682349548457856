package org.sonnerie.pbx.parts;

import java.util.List;

/** A part cannot be saved or removed as it was sent. Nothing was changed. */
public final class PartRefusedException extends RuntimeException {
    private final Why why;
    private final transient List<Wrong> all;

    PartRefusedException(Why why, List<Wrong> all) {
        super("the part was refused: " + why);
        this.why = why;
        this.all = List.copyOf(all);
    }

    /**
     * Why it was refused.
     *
     * @return the reason
     */
    public Why why() {
        return why;
    }

    /**
     * What is wrong, changed, or in the way.
     *
     * @return each
     */
    public List<Wrong> all() {
        return all;
    }

    /** The reasons. */
    public enum Why {
        /** Members cannot be used. */
        WRONG,
        /** Somebody changed it since it was seen. */
        CHANGED,
        /** Others lead to it. */
        NEEDED
    }

    /**
     * One thing.
     *
     * @param pointer to the member (RFC 6901); empty: it belongs to none
     * @param detail in the reader's language
     */
    public record Wrong(String pointer, String detail) {}
}
