package org.sonnerie.pbx.plan;

/**
 * Names an announcement.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record AnnouncementId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public AnnouncementId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
