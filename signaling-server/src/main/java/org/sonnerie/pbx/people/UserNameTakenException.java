package org.sonnerie.pbx.people;

/** Somebody else has this user name. */
public final class UserNameTakenException extends RuntimeException {
    /** Says so. */
    UserNameTakenException(Throwable cause) {
        super("this user name is taken", cause);
    }
}
