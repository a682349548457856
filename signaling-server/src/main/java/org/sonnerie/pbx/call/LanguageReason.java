package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.AnnouncementId;
import org.sonnerie.pbx.plan.MenuId;

/** Why the caller hears another language than the company's. */
public sealed interface LanguageReason extends OnWords {
    /**
     * Which he hears from now on.
     *
     * @return such as {@code fr}
     */
    String language();

    /**
     * He chose it.
     *
     * @param menu where
     * @param key by which key
     * @param language which
     */
    record ByKey(MenuId menu, char key, String language) implements LanguageReason {}

    /**
     * The number he called is spoken in it.
     *
     * @param number E.164
     * @param language which
     */
    record OfNumber(String number, String language) implements LanguageReason {}

    /**
     * An announcement he was led to is.
     *
     * @param announcement which
     * @param language which
     */
    record OfAnnouncement(AnnouncementId announcement, String language) implements LanguageReason {}
}
