package org.sonnerie.pbx.audit;

/** What an entry is about. */
public enum AuditKind {
    /** The company's plan and its draft. */
    PLAN,
    /** Who may sign in. */
    PEOPLE,
    /** Accounts at carriers. */
    TRUNKS,
    /** Recordings of calls and conferences. */
    RECORDINGS,
    /** Calls of others that somebody hears. */
    CALLS,
    /** The company's own prompts. */
    PROMPTS,
    /** Signing in and out. */
    LOG_INS,
    /** Links for guests of conferences. */
    GUEST_LINKS,
    /** Tokens of the REST interface. */
    TOKENS,
    /** Addresses that are told of events. */
    WEBHOOKS,
    /** The company's own log-in. */
    SIGN_ON,
    /** How long things are kept, and what is erased. */
    PRIVACY,
    /** What the provider does with the company. */
    COMPANY
}
