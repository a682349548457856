package org.sonnerie.pbx.reach;

import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.pbx.plan.Blocked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whom somebody has blocked, as it is kept: {@code {"numbers": ["+33145678901"], "withheld":
 * false}}.
 */
final class BlockedText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BlockedText() {}

    static Blocked read(String document) {
        JsonNode root = JSON.readTree(document);
        Set<String> numbers =
                root.path("numbers")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet());
        return new Blocked(numbers, root.path("withheld").asBoolean());
    }

    static String write(Blocked blocked) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode numbers = root.putArray("numbers");
        blocked.numbers().stream().sorted().forEach(numbers::add);
        return JSON.writeValueAsString(root.put("withheld", blocked.withheld()));
    }
}
