package org.sonnerie.pbx.secondfactor;

/** What a typed code is worth. */
public enum Verdict {
    /** It proves that the person has the second factor; it does so once. */
    RIGHT,
    /** It is not right, or was used before. */
    WRONG,
    /** It was not looked at: there were too many wrong ones. */
    TOO_MANY
}
