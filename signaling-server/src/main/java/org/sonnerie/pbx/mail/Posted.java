package org.sonnerie.pbx.mail;

/** What the mail server made of a mail. */
public sealed interface Posted {
    /** It has it. */
    record Accepted() implements Posted {}

    /**
     * Not now.
     *
     * @param why for the log: no address, no text
     */
    record Later(String why) implements Posted {}

    /**
     * Never.
     *
     * @param why for the log
     */
    record Refused(String why) implements Posted {}
}
