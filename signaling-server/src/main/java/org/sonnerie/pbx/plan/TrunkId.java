package org.sonnerie.pbx.plan;

/**
 * Names a trunk of a company.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record TrunkId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public TrunkId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
