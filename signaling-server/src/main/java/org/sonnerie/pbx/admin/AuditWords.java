package org.sonnerie.pbx.admin;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.audit.Actor;
import org.sonnerie.pbx.audit.AuditAction;
import org.sonnerie.pbx.audit.AuditChange;
import org.sonnerie.pbx.audit.AuditEntry;
import org.sonnerie.pbx.audit.AuditStart;
import org.sonnerie.pbx.audit.ChainState;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.Keyword;
import org.springframework.stereotype.Component;

/** Entries of the audit log as the page and the file show them. */
@Component
class AuditWords {
    private final Narrator narrator;

    AuditWords(Narrator narrator) {
        this.narrator = narrator;
    }

    /** A line of the list; {@code token} may be empty. */
    record Row(
            long number,
            String at,
            String who,
            String token,
            String address,
            String what,
            List<AuditChange> changes) {}

    /** Whether the chain is whole, in words; {@code hash} of its end, empty if there is none. */
    record Chain(boolean whole, String text, String hash) {}

    private String say(String key, Locale locale, Object... parts) {
        return narrator.say(Sentence.of(key, parts), locale);
    }

    Row row(AuditEntry entry, ZoneId zone, Locale locale) {
        return new Row(
                entry.number(),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(entry.at().atZone(zone)),
                who(entry.actor(), locale),
                entry.actor().token(),
                entry.actor().address(),
                what(entry, locale),
                entry.changes().stream()
                        .filter(change -> !change.equals(new AuditChange("", "", "")))
                        .toList());
    }

    private String who(Actor actor, Locale locale) {
        return actor.person().isEmpty() ? say("audit.server", locale) : actor.name();
    }

    /** What somebody has written over is shown as it is. */
    private String what(AuditEntry entry, Locale locale) {
        return Arrays.stream(AuditAction.values())
                .filter(action -> action.name().equals(entry.action()))
                .findFirst()
                .map(action -> say("audit.action." + Keyword.of(action), locale, entry.subject()))
                .orElseGet(() -> entry.action() + " " + entry.subject());
    }

    Chain chain(ChainState state, Locale locale) {
        return switch (state) {
            case ChainState.Whole(long entries, String hash) ->
                    new Chain(true, say("audit.chain.whole", locale, entries), hash);
            case ChainState.Changed(long number) ->
                    new Chain(false, say("audit.chain.changed", locale, number), "");
            case ChainState.Missing(long number) ->
                    new Chain(false, say("audit.chain.missing", locale, number), "");
        };
    }

    /** Where the log begins, {@code text} in words; {@code hash} of what went before. */
    record Begin(String text, String hash) {}

    Begin begin(AuditStart start, ZoneId zone, Locale locale) {
        String last =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(start.at().atZone(zone));
        return new Begin(say("audit.begins", locale, start.removed() + 1, last), start.hash());
    }

    /** The file's first line. */
    List<String> columns(Locale locale) {
        return Stream.of(
                        "number", "at", "who", "person", "token", "address", "what", "changes",
                        "hash")
                .map(key -> say("audit." + key, locale))
                .toList();
    }

    /** A further line of the file. */
    List<String> cells(AuditEntry entry, ZoneId zone, Locale locale) {
        Row row = row(entry, zone, locale);
        return List.of(
                String.valueOf(entry.number()),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at().atZone(zone)),
                row.who(),
                entry.actor().person(),
                row.token(),
                row.address(),
                row.what(),
                row.changes().stream().map(AuditWords::told).collect(Collectors.joining("; ")),
                entry.hash());
    }

    private static String told(AuditChange change) {
        String sides =
                change.before().isEmpty() || change.after().isEmpty()
                        ? change.before() + change.after()
                        : change.before() + " → " + change.after();
        return change.what().isEmpty() ? sides : change.what() + ": " + sides;
    }
}
