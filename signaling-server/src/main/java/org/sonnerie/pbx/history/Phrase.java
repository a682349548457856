package org.sonnerie.pbx.history;

import java.time.LocalDate;

/** Something to be said in the reader's language. Pure. */
public sealed interface Phrase permits Phrase.Plain, Phrase.Day, Sentence {
    /**
     * The same in every language, such as a name or a number.
     *
     * @param text what
     */
    record Plain(String text) implements Phrase {}

    /**
     * A day, as people write it.
     *
     * @param date which
     */
    record Day(LocalDate date) implements Phrase {}
}
