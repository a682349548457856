package org.sonnerie.pbx.queue;

/** What an agent does for the queues. */
public enum AgentDoes {
    /** Nothing: he can be rung, if he is there and has no other call. */
    NOTHING,
    /** A caller is offered to him. */
    IS_RUNG,
    /** He has a caller. */
    TALKS,
    /** He finishes the call before, or did not answer the last one. */
    WRAPS_UP
}
