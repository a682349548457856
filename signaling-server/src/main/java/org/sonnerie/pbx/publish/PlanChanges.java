package org.sonnerie.pbx.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.CompanyPlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares two plans. It compares the documents, so that nothing a document can say is forgotten.
 */
public final class PlanChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What one element of each list is called: the end of its words' key. */
    static final Map<String, String> ONE =
            Map.ofEntries(
                    Map.entry("people", "person"),
                    Map.entry("groups", "group"),
                    Map.entry("queues", "queue"),
                    Map.entry("menus", "menu"),
                    Map.entry("rooms", "room"),
                    Map.entry("hours", "hours"),
                    Map.entry("routes", "route"),
                    Map.entry("announcements", "announcement"),
                    Map.entry("numbers", "number"),
                    Map.entry("trunks", "trunk"),
                    Map.entry("holidays", "holiday"),
                    Map.entry("callers", "callers"),
                    Map.entry("screening", "screening"),
                    Map.entry("rules", "rule"));

    /** What a document names by other things than its own words: keys, codes, people. */
    static final Set<String> NAMED_BY_HAND =
            Set.of(
                    "keys",
                    "codes",
                    "languages",
                    "people",
                    "groups",
                    "queues",
                    "numbers",
                    "rooms",
                    "mailTo");

    private final ChangedValues values;
    private final List<PlanChange> changes = new ArrayList<>();

    private PlanChanges(ChangedValues values, JsonNode before, JsonNode after) {
        this.values = values;
        names(before);
        names(after);
    }

    /**
     * What is different.
     *
     * @param before one plan
     * @param after the other
     * @return in the order of the document; empty: they say the same
     */
    public static List<PlanChange> between(CompanyPlan before, CompanyPlan after) {
        JsonNode one = JSON.readTree(PlanWriter.write(before));
        JsonNode other = JSON.readTree(PlanWriter.write(after));
        PlanChanges found = new PlanChanges(new ChangedValues(before, after), one, other);
        found.members(List.of(), "", one, other);
        return List.copyOf(found.changes);
    }

    /**
     * The same in a reader's language.
     *
     * @param before one plan
     * @param after the other
     * @param narrator knows the words
     * @param locale in which language
     * @return in the order of the document; empty: they say the same
     */
    public static List<PlanChange.Said> told(
            CompanyPlan before, CompanyPlan after, Narrator narrator, Locale locale) {
        return between(before, after).stream().map(one -> one.in(narrator, locale)).toList();
    }

    /** How {@code person:alice} is called: {@code person "Alice"}. */
    private void names(JsonNode document) {
        ONE.forEach((list, kind) -> {
            for (JsonNode element : document.path(list)) {
                String id = element.path("id").asString("");
                values.name(kind + ":" + id, named(kind, id, element));
            }
        });
    }

    private static Phrase named(String kind, String key, JsonNode element) {
        JsonNode name = element.has("name") ? element.path("name") : element.path("number");
        Sentence what = Sentence.of("plan.kind." + kind);
        return name.isString()
                ? Sentence.of("plan.named", what, name.asString(""))
                : Sentence.of("plan.numbered", what, key);
    }

    private void compare(
            List<Phrase> place,
            Phrase called,
            String member,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        if (isListOfThings(before) || isListOfThings(after)) {
            elements(place, ONE.getOrDefault(member, member), byKey(before), byKey(after));
        } else if (isObject(before) && isObject(after)) {
            members(member.equals("week") ? place : inside(place, called), member, before, after);
        } else if (isObject(before) || isObject(after)) {
            say(
                    inside(place, called),
                    Sentence.of(isObject(after) ? "plan.added" : "plan.removed"));
        } else {
            Phrase was = values.value(member, before);
            Phrase becomes = values.value(member, after);
            say(inside(place, called), Sentence.of(PlanChange.BECOMES, was, becomes));
        }
    }

    private void members(
            List<Phrase> place, String of, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(before.propertyNames());
        all.addAll(after.propertyNames());
        for (String name : all) {
            Phrase called =
                    NAMED_BY_HAND.contains(of)
                            ? values.owner(of, name)
                            : Sentence.of("plan.member." + name);
            JsonNode was = before.get(name);
            if (was == null || !was.equals(after.get(name))) {
                compare(place, called, name, was, after.get(name));
            }
        }
    }

    private void elements(
            List<Phrase> place,
            String kind,
            Map<String, JsonNode> before,
            Map<String, JsonNode> after) {
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String key : all) {
            JsonNode one = before.get(key);
            JsonNode other = after.get(key);
            if (one == null && other != null) {
                say(inside(place, named(kind, key, other)), Sentence.of("plan.added"));
            } else if (one != null && other == null) {
                say(inside(place, named(kind, key, one)), Sentence.of("plan.removed"));
            } else if (one != null) {
                members(inside(place, named(kind, key, one)), kind, one, other);
            }
        }
    }

    private void say(List<Phrase> place, Phrase what) {
        changes.add(new PlanChange(place, what));
    }

    private static List<Phrase> inside(List<Phrase> place, Phrase member) {
        return Stream.concat(place.stream(), Stream.of(member)).toList();
    }

    private static boolean isObject(@Nullable JsonNode node) {
        return node != null && node.isObject();
    }

    private static boolean isListOfThings(@Nullable JsonNode node) {
        return node != null && node.isArray() && !node.isEmpty() && node.get(0).isObject();
    }

    /**
     * Elements by what they are known by: an id, a number, for a holiday its first day, or else
     * their position.
     */
    static Map<String, JsonNode> byKey(@Nullable JsonNode list) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        if (list != null) {
            for (JsonNode element : list) {
                String position = String.valueOf(byKey.size() + 1);
                String key =
                        Stream.of("id", "number", "from")
                                .filter(element::has)
                                .findFirst()
                                .map(known -> element.path(known).asString(""))
                                .orElse(position);
                byKey.put(key, element);
            }
        }
        return byKey;
    }
}
