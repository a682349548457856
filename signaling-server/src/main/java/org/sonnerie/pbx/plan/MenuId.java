package org.sonnerie.pbx.plan;

/**
 * Names a menu (auto attendant).
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record MenuId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public MenuId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
