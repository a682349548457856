package org.sonnerie.pbx.call;

/** How a person comes into a call of others. */
public enum Way {
    /** He retrieves it from its slot. */
    RETRIEVE,
    /** He answers in place of whoever it rings for. */
    PICKUP
}
