package org.sonnerie.pbx.mail;

/** Hands mails to a mail server. Thread safe. */
public interface Post {
    /**
     * Hands one over; takes as long as the server does.
     *
     * @param mail which
     * @return what the server made of it
     */
    Posted send(Mail mail);
}
