package org.sonnerie.pbx.plan;

/**
 * Answers, says something and leads on.
 *
 * @param id names the announcement
 * @param name as shown
 * @param extension 2 to 6 digits
 * @param prompt what is said
 * @param then where it leads when that is over
 */
public record Announcement(
        AnnouncementId id, String name, String extension, String prompt, Destination then) {}
