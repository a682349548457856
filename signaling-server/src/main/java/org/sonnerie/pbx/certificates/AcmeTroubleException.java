package org.sonnerie.pbx.certificates;

import java.util.Objects;
import org.sonnerie.pbx.certificates.AcmeOrder.Trouble;

/** No certificate could be had by ACME. */
final class AcmeTroubleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    AcmeTroubleException(Trouble trouble, String detail) {
        super(detail);
        this.trouble = trouble;
    }

    AcmeTroubleException(Trouble trouble, Throwable cause) {
        super(said(cause), cause);
        this.trouble = trouble;
    }

    /** What is deepest down knows most. */
    private static String said(Throwable why) {
        Throwable below = why.getCause();
        return below == null || below.equals(why)
                ? Objects.requireNonNullElse(why.getMessage(), why.getClass().getSimpleName())
                : said(below);
    }

    Trouble trouble() {
        return trouble;
    }

    String detail() {
        return Objects.requireNonNullElse(getMessage(), "");
    }
}
