package org.sonnerie.pbx.publish;

import java.util.Set;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.Spot;
import tools.jackson.databind.JsonNode;

/** Where something stands in a plan document: the element as far as the document says it. */
final class DocumentSpot {
    /** Objects of the document that are elements themselves. */
    static final Set<String> ONLY = Set.of("company", "recording", "dialling");

    /** Lists that only elements have. */
    private static final Set<String> INSIDE = Set.of("rules", "holidays");

    private DocumentSpot() {}

    /**
     * A member of the document itself.
     *
     * @param name of the member
     * @return the kind of its elements, or the one element it is
     */
    static Spot top(String name) {
        String kind = ONLY.contains(name) ? name : kindOf(name);
        return new Spot(kind, "", "", kind.isEmpty() ? name : "", name);
    }

    /**
     * An element of a list of the document itself.
     *
     * @param list where it stands
     * @param position from 0 on
     * @param element as written
     * @param path where it is
     * @return with its id and name, if they can be read
     */
    static Spot element(String list, int position, JsonNode element, String path) {
        String kind = kindOf(list);
        String id =
                kind.equals("screening")
                        ? String.valueOf(position + 1)
                        : Stream.of("id", "number")
                                .map(element::path)
                                .filter(JsonNode::isString)
                                .findFirst()
                                .map(JsonNode::stringValue)
                                .orElse("");
        JsonNode name = element.path("name");
        return new Spot(kind, id, name.isString() ? name.stringValue() : "", "", path);
    }

    private static String kindOf(String list) {
        return INSIDE.contains(list) ? "" : PlanChanges.ONE.getOrDefault(list, "");
    }
}
