package org.sonnerie.trunk.sip;

import java.io.Serial;

/** Does not leave this package: the parser makes a result of it. Costs no stack trace. */
final class SipSyntaxException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    SipSyntaxException(String what) {
        super(what, null, false, false);
    }
}
