package org.sonnerie.pbx.publish;

/** A plan document that cannot be read; the message names the place and what is wrong there. */
public final class PlanDocumentException extends RuntimeException {
    PlanDocumentException(String place, String what) {
        super(place.isEmpty() ? what : place + ": " + what);
    }
}
