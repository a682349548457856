package org.sonnerie.pbx.security;

import org.springframework.security.core.AuthenticationException;

/** The password is right, and not enough: nobody is signed in yet. */
final class SecondStepNeededException extends AuthenticationException {
    private static final long serialVersionUID = 1;

    private final SignedIn who;

    SecondStepNeededException(SignedIn who) {
        super("a second step is needed");
        this.who = who;
    }

    SignedIn who() {
        return who;
    }
}
