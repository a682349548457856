package org.sonnerie.pbx.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.sonnerie.pbx.security.OpenSession;

/**
 * A session as the page shows it.
 *
 * @param handle names it in forms
 * @param program the browser; empty: unknown
 * @param system what it runs on; empty: unknown
 * @param address where from
 * @param since when he signed in, in the company's time
 * @param lastUsed when it was used last
 * @param thisOne true: the page's own
 */
record SessionLine(
        String handle,
        String program,
        String system,
        String address,
        String since,
        String lastUsed,
        boolean thisOne) {
    static SessionLine of(OpenSession session, ZoneId zone, Locale locale) {
        return new SessionLine(
                session.handle(),
                session.browser().program().orElse(""),
                session.browser().system().orElse(""),
                session.address(),
                time(session.since(), zone, locale),
                time(session.lastUsed(), zone, locale),
                session.thisOne());
    }

    private static String time(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
