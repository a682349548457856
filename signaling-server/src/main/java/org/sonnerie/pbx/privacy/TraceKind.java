package org.sonnerie.pbx.privacy;

/** What is kept of a number, in the order in which it is shown. */
public enum TraceKind {
    /** Records of calls with their stories, and what people reported of them. */
    CALLS,
    /** Messages in mailboxes. */
    MESSAGES,
    /** Recordings of calls. */
    RECORDINGS,
    /** Entries in people's address books. */
    CONTACTS,
    /** What programs were told, or are still to be. */
    EVENTS
}
