package org.sonnerie.pbx.plan;

/**
 * Names a person of a company; unique over all companies.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record PersonId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public PersonId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
