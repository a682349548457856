package org.sonnerie.pbx.mail;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A mail to one address.
 *
 * @param id what its Message-ID begins with: the same for the same mail, whenever it is made
 * @param address to whom
 * @param subject one line
 * @param body plain text
 * @param attachment goes with it
 */
public record Mail(
        String id, String address, String subject, String body, Optional<Attachment> attachment) {
    /**
     * Refuses what would not stay in its header: a line's end would begin another one (RFC 5322
     * section 2.2).
     */
    public Mail {
        if (isMoreThanALine(id) || isMoreThanALine(address) || isMoreThanALine(subject)) {
            throw new IllegalArgumentException("a header of a mail is one line");
        }
    }

    private static boolean isMoreThanALine(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** Without the address and the text: it stands in logs. */
    @Override
    public String toString() {
        return "mail " + id;
    }

    /**
     * A sound that goes with a mail.
     *
     * @param file where it is, sealed or not
     * @param name what it is called there
     * @param type its media type
     */
    public record Attachment(Path file, String name, String type) {}
}
