package org.sonnerie.pbx.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.sonnerie.pbx.passkeys.Passkey;

/**
 * A passkey as the page shows it.
 *
 * @param id names it
 * @param label as its owner calls it
 * @param made on which day, in the company's time
 * @param used on which day last; empty: never
 */
record PasskeyLine(String id, String label, String made, String used) {
    static PasskeyLine of(Passkey key, ZoneId zone, Locale locale) {
        return new PasskeyLine(
                key.id(),
                key.label(),
                day(key.made(), zone, locale),
                key.used().map(at -> day(at, zone, locale)).orElse(""));
    }

    private static String day(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
