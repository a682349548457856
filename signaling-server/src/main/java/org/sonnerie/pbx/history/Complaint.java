package org.sonnerie.pbx.history;

/** What somebody says was wrong with a call. */
public enum Complaint {
    /** He did not hear the other side. */
    HEARD_NOTHING,
    /** The other side did not hear him. */
    NOT_HEARD,
    /** It crackled or dropped out. */
    CRACKLED,
    /** The call broke off. */
    BROKE_OFF,
    /** There was an echo. */
    ECHO,
    /** Something else. */
    OTHER
}
