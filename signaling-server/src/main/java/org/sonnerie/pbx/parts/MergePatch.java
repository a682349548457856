package org.sonnerie.pbx.parts;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies a JSON Merge Patch (RFC 7396). */
final class MergePatch {
    private MergePatch() {}

    /**
     * Merges.
     *
     * @param target what there is; is not changed
     * @param patch members that become otherwise; null: that go
     * @return a copy of the target, changed
     */
    static ObjectNode of(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        patch.properties().forEach(one -> put(merged, one.getKey(), one.getValue()));
        return merged;
    }

    private static void put(ObjectNode merged, String name, JsonNode given) {
        if (given.isNull()) {
            merged.remove(name);
        } else if (given instanceof ObjectNode inner) {
            ObjectNode there =
                    merged.get(name) instanceof ObjectNode held ? held : merged.objectNode();
            merged.set(name, of(there, inner));
        } else {
            merged.set(name, given);
        }
    }
}
