package org.sonnerie.pbx.history;

/** Something to be said in the reader's language. Pure. */
public sealed interface Phrase permits Phrase.Plain, Sentence {
    /**
     * The same in every language, such as a name or a number.
     *
     * @param text what
     */
    record Plain(String text) implements Phrase {}
}
