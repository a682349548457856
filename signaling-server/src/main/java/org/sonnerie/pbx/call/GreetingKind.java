package org.sonnerie.pbx.call;

/** Which of a mailbox's own greetings. */
public enum GreetingKind {
    /** Whoever is not answered hears it. */
    USUAL,
    /** Heard instead until the last day of an absence. */
    ABSENT
}
