package org.sonnerie.pbx.call;

/** How a person comes into a call of others. */
public enum Way {
    /** He retrieves it from its slot. */
    RETRIEVE,
    /** He answers in place of whoever it rings for. */
    PICKUP,
    /** He takes him out of a queue, though he was not rung for him. */
    OUT_OF_TURN
}
