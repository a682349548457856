package org.sonnerie.pbx.tables;

import java.util.Locale;

/** What is done across companies: the company is not known yet, or it is done for all at once. */
public enum ProviderWork {
    /** Who signs in is known by his name alone. */
    LOG_IN,
    /** Whoever follows an invitation is known by its secret alone. */
    INVITATION,
    /** A program is known by its token alone. */
    API_TOKEN,
    /** A guest is known by his link alone. */
    GUEST_LINK,
    /** The one writer of the logs commits for the calls of all; a start takes them all up. */
    CALL_LOG,
    /** Sound and mails know a message by its id alone. */
    MESSAGE,
    /** A browser is one, whoever uses it. */
    BROWSER,
    /** What a start reads for all. */
    START,
    /** What has become too old is removed. */
    RETENTION,
    /** What waits to be sent. */
    OUTBOX,
    /** What is sealed is sealed anew. */
    SEALING,
    /** The provider looks after companies. */
    COMPANIES,
    /** All rows go into a backup. */
    BACKUP;

    /** As it stands in the database's setting. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
