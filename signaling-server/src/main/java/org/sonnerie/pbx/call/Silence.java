package org.sonnerie.pbx.call;

/** Why somebody in a conference room is not heard. */
public enum Silence {
    /** He is heard. */
    NONE,
    /** By his own wish. */
    SELF,
    /** A moderator muted him. */
    MODERATOR,
    /** Only moderators are heard. */
    LISTEN_ONLY
}
