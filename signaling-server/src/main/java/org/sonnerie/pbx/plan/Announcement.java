package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * Answers, says something and leads on.
 *
 * @param id names the announcement
 * @param name as shown
 * @param extension 2 to 6 digits
 * @param prompt what is said
 * @param then where it leads when that is over
 * @param language in which it is said, and all that follows; empty: as before
 */
public record Announcement(
        AnnouncementId id,
        String name,
        String extension,
        String prompt,
        Destination then,
        Optional<String> language) {
    /**
     * One in the language that is spoken already.
     *
     * @param id names the announcement
     * @param name as shown
     * @param extension 2 to 6 digits
     * @param prompt what is said
     * @param then where it leads when that is over
     */
    public Announcement(
            AnnouncementId id, String name, String extension, String prompt, Destination then) {
        this(id, name, extension, prompt, then, Optional.empty());
    }
}
