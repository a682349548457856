package org.sonnerie.pbx.call;

/** Which of the recordings that a mailbox has itself. */
public enum GreetingKind {
    /** Whoever is not answered hears it. */
    USUAL,
    /** Heard instead until the last day of an absence. */
    ABSENT,
    /** Its owner's name, heard in the directory and in conferences; only people have one. */
    NAME
}
