package org.sonnerie.pbx.voicemail;

/** Hands mails to a mail server. Thread safe. */
interface Post {
    /** Takes as long as the server does. */
    Posted send(Letter letter, LetterText text);
}
