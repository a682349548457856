package org.sonnerie.pbx.publish;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Weekdays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares two plans, told in plain English. It compares the documents, so that nothing a document
 * can say is forgotten.
 */
public final class PlanChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTHING = "nothing";

    /** What one element of each list is called. */
    private static final Map<String, String> ONE =
            Map.ofEntries(
                    Map.entry("people", "person"),
                    Map.entry("groups", "group"),
                    Map.entry("menus", "menu"),
                    Map.entry("rooms", "room"),
                    Map.entry("hours", "hours"),
                    Map.entry("routes", "route"),
                    Map.entry("announcements", "announcement"),
                    Map.entry("numbers", "number"),
                    Map.entry("trunks", "trunk"),
                    Map.entry("holidays", "holiday"),
                    Map.entry("callers", "caller list"),
                    Map.entry("screening", "screening rule"));

    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<PlanChange> changes = new ArrayList<>();

    private PlanChanges(JsonNode before, JsonNode after) {
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
        PlanChanges found = new PlanChanges(one, other);
        found.members("", one, other);
        return List.copyOf(found.changes);
    }

    /** How {@code person:alice} is called: {@code person "Alice"}. */
    private void names(JsonNode document) {
        ONE.forEach((list, kind) -> {
            for (JsonNode element : document.path(list)) {
                names.put(kind + ":" + element.path("id").asString(""), named(kind, "", element));
            }
        });
    }

    private static String named(String kind, String key, JsonNode element) {
        JsonNode name = element.has("name") ? element.path("name") : element.path("number");
        return kind + " " + (name.isMissingNode() ? key : "\"" + name.asString("") + "\"");
    }

    private void compare(
            String place, String member, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (isListOfThings(before) || isListOfThings(after)) {
            elements(place, ONE.getOrDefault(member, member), byKey(before), byKey(after));
        } else if (isObject(before) && isObject(after)) {
            members(inside(place, member), before, after);
        } else if (isObject(before) || isObject(after)) {
            say(inside(place, member), isObject(after) ? "added" : "removed");
        } else {
            values(place, member, before, after);
        }
    }

    private void values(
            String place, String member, @Nullable JsonNode before, @Nullable JsonNode after) {
        boolean day = isDay(member);
        say(
                inside(place, day ? dayName(member) : member),
                text(before, day) + " → " + text(after, day));
    }

    private void members(String place, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(before.propertyNames());
        all.addAll(after.propertyNames());
        all.forEach(name -> compare(place, name, before.get(name), after.get(name)));
    }

    private void elements(
            String place, String kind, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String key : all) {
            JsonNode one = before.get(key);
            JsonNode other = after.get(key);
            if (one == null && other != null) {
                say(inside(place, named(kind, key, other)), "added");
            } else if (one != null && other == null) {
                say(inside(place, named(kind, key, one)), "removed");
            } else if (one != null) {
                members(inside(place, named(kind, key, one)), one, other);
            }
        }
    }

    private void say(String place, String what) {
        changes.add(new PlanChange(place, what));
    }

    private static String inside(String place, String member) {
        // The days of a week stand in an object of their own that nobody needs to hear of.
        if (member.equals("week")) {
            return place;
        }
        return place.isEmpty() ? member : place + ", " + member;
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
    private static Map<String, JsonNode> byKey(@Nullable JsonNode list) {
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

    private String text(@Nullable JsonNode node, boolean day) {
        if (node == null || node.isNull() || (node.isArray() && node.isEmpty())) {
            return day ? "closed" : NOTHING;
        }
        if (node.isArray()) {
            List<String> all = new ArrayList<>();
            node.forEach(element -> all.add(text(element, false)));
            return String.join(", ", all);
        }
        String text = node.asString(NOTHING);
        return names.getOrDefault(text, text);
    }

    private static boolean isDay(String member) {
        return Stream.of(DayOfWeek.values()).map(Weekdays::write).anyMatch(member::equals);
    }

    private static String dayName(String member) {
        return Weekdays.read(member).name().toLowerCase(Locale.ROOT);
    }
}
