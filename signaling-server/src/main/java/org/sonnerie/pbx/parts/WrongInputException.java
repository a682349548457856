package org.sonnerie.pbx.parts;

import org.sonnerie.pbx.history.Phrase;

/** What was typed into a field cannot be understood. */
final class WrongInputException extends RuntimeException {
    private final transient Phrase why;

    WrongInputException(Phrase why) {
        super("a field cannot be understood");
        this.why = why;
    }

    Phrase why() {
        return why;
    }
}
