package org.sonnerie.pbx.publish;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Place;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Weekdays;
import tools.jackson.databind.JsonNode;

/** What a plan document's values mean, as phrases. */
final class ChangedValues {
    /** Words of the document that are neither names nor destinations with a name. */
    static final Set<String> WORDS =
            Set.of(
                    "all",
                    "in-order",
                    "round-robin",
                    "longest-idle",
                    "fewest-calls",
                    "music",
                    "ring-back",
                    "tone",
                    "names",
                    "none",
                    "always",
                    "on-demand",
                    "never",
                    "announce",
                    "ask",
                    "told",
                    "everybody",
                    "colleagues",
                    "outside",
                    "withheld",
                    "numbers",
                    "echo",
                    "hangup",
                    "own-mailbox",
                    "voicemail-access",
                    "directory",
                    "park",
                    "pickup",
                    "nowhere");

    /** What people write as they like: never a word of the document. */
    private static final Set<String> FREE =
            Set.of(
                    "name",
                    "department",
                    "host",
                    "user",
                    "authUser",
                    "registrar",
                    "realm",
                    "email",
                    "greeting",
                    "prompt",
                    "welcome",
                    "adverts");

    /** Members that hold the bare id of something with a name, and of what kind it is. */
    private static final Map<String, String> REFERS =
            Map.of(
                    "members", "person",
                    "agents", "person",
                    "supervisors", "person",
                    "owner", "person",
                    "hours", "hours",
                    "list", "callers");

    /** What is told to nobody who does not open the form itself: it stays in the audit log. */
    private static final Set<String> SECRET = Set.of("pin", "moderatorPin");

    private static final Phrase NOTHING = Sentence.of("plan.nothing");
    private static final Phrase CLOSED = Sentence.of("plan.closed");

    private final Map<String, Phrase> names = new HashMap<>();
    private final CompanyPlan before;
    private final CompanyPlan after;

    ChangedValues(CompanyPlan before, CompanyPlan after) {
        this.before = before;
        this.after = after;
    }

    /** An entry of a table: by whom or what it is, where that has a name. */
    Phrase owner(String table, String key) {
        String kind = PlanChanges.ONE.getOrDefault(table, table);
        return names.getOrDefault(kind + ":" + key, meant(key));
    }

    /** How {@code person:alice} is called from now on. */
    void name(String reference, Phrase name) {
        names.put(reference, name);
    }

    static boolean isDay(String member) {
        return Stream.of(DayOfWeek.values()).map(Weekdays::write).anyMatch(member::equals);
    }

    Phrase value(String member, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return isDay(member) ? CLOSED : NOTHING;
        }
        return SECRET.contains(member) ? Sentence.of("plan.secret") : told(member, node);
    }

    private Phrase told(String member, JsonNode node) {
        if (node.isArray()) {
            return node.valueStream()
                    .map(element -> value(member, element))
                    .reduce((one, next) -> Sentence.of("plan.list", one, next))
                    .orElse(isDay(member) ? CLOSED : NOTHING);
        }
        if (node.isBoolean()) {
            return Sentence.of(node.booleanValue() ? "plan.yes" : "plan.no");
        }
        String text = node.asString("");
        if (FREE.contains(member)) {
            return new Phrase.Plain(text);
        }
        return REFERS.containsKey(member) ? meant(REFERS.get(member) + ":" + text) : meant(text);
    }

    private Phrase meant(String text) {
        if (names.containsKey(text)) {
            return names.get(text);
        }
        if (WORDS.contains(text)) {
            return Sentence.of("plan.word." + text);
        }
        return text.contains(":") ? destination(text) : new Phrase.Plain(text);
    }

    /** Such as {@code group-mailbox:sales}; what only looks like one stays as it is. */
    private Phrase destination(String text) {
        Destination to;
        try {
            to = DestinationText.read(text);
        } catch (IllegalArgumentException _) {
            return new Phrase.Plain(text);
        }
        Place place = Place.of(after, to);
        boolean known = !place.kind().equals("nowhere");
        return (known ? place : Place.of(before, to)).sentence();
    }
}
