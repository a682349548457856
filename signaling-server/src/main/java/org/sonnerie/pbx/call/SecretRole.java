package org.sonnerie.pbx.call;

/** Which secret was typed. */
public enum SecretRole {
    /** A room's PIN. */
    PARTICIPANT,
    /** A room's moderator PIN. */
    MODERATOR,
    /** A mailbox's PIN. */
    OWNER
}
