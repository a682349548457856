package org.sonnerie.pbx.publish;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Joins what two people made of one plan. Parts are told by their ids, so that both may add some;
 * where both changed the same value, mine stands. Pure.
 */
final class PlanMerge {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanMerge() {}

    /**
     * Joins three documents.
     *
     * @param base what both began with
     * @param mine what one made of it
     * @param theirs what the other made of it
     * @return the document with both changes
     */
    static String of(String base, String mine, String theirs) {
        JsonNode merged = merge(JSON.readTree(base), JSON.readTree(mine), JSON.readTree(theirs));
        return JSON.writeValueAsString(merged);
    }

    private static @Nullable JsonNode merge(
            @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (same(mine, base)) {
            return theirs;
        }
        if (same(theirs, base) || same(mine, theirs)) {
            return mine;
        }
        if (mine instanceof ObjectNode one && theirs instanceof ObjectNode other) {
            return members(base, one, other);
        }
        return hasParts(mine) && hasParts(theirs)
                ? parts(PlanChanges.byKey(base), PlanChanges.byKey(mine), PlanChanges.byKey(theirs))
                : mine;
    }

    private static ObjectNode members(@Nullable JsonNode base, ObjectNode mine, ObjectNode theirs) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        Set<String> names = new LinkedHashSet<>(mine.propertyNames());
        names.addAll(theirs.propertyNames());
        for (String name : names) {
            JsonNode before = base == null ? null : base.get(name);
            JsonNode merged = merge(before, mine.get(name), theirs.get(name));
            if (merged != null) {
                all.set(name, merged);
            }
        }
        return all;
    }

    private static ArrayNode parts(
            Map<String, JsonNode> base, Map<String, JsonNode> mine, Map<String, JsonNode> theirs) {
        Map<String, JsonNode> both = new LinkedHashMap<>(mine);
        theirs.forEach(both::putIfAbsent);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (String key : both.keySet()) {
            JsonNode merged = merge(base.get(key), mine.get(key), theirs.get(key));
            if (merged != null) {
                all.add(merged);
            }
        }
        return all;
    }

    /** Lists of things with ids; texts, and rules told by their position only, stay as they are. */
    private static boolean hasParts(@Nullable JsonNode list) {
        return list instanceof ArrayNode all
                && all.valueStream().allMatch(part -> part.has("id") || part.has("number"));
    }

    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }
}
