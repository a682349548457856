package org.sonnerie.pbx.plan;

/** A text that is not what it is read as; the message is the flaw's English. */
public final class FlawedTextException extends IllegalArgumentException {
    private final transient Flaw flaw;

    /**
     * For a text.
     *
     * @param flaw what is wrong with it
     */
    public FlawedTextException(Flaw flaw) {
        super(flaw.english());
        this.flaw = flaw;
    }

    /**
     * For a text that something else refused.
     *
     * @param flaw what is wrong with it
     * @param cause why
     */
    public FlawedTextException(Flaw flaw, Throwable cause) {
        super(flaw.english(), cause);
        this.flaw = flaw;
    }

    /**
     * What is wrong with it.
     *
     * @return in no language yet
     */
    public Flaw flaw() {
        return flaw;
    }
}
