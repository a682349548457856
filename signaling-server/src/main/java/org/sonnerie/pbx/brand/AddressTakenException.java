package org.sonnerie.pbx.brand;

/** Another company has this address. */
public class AddressTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AddressTakenException() {
        super("another company has this address");
    }
}
