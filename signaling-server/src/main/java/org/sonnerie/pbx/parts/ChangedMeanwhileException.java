package org.sonnerie.pbx.parts;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody else changed the same fields of a part, or removed it. */
final class ChangedMeanwhileException extends RuntimeException {
    private final transient Map<String, JsonNode> now;

    /**
     * Says so.
     *
     * @param now what these fields are now; empty: the part is there no more
     */
    ChangedMeanwhileException(Map<String, JsonNode> now) {
        super("somebody else changed this part");
        this.now = now;
    }

    Map<String, JsonNode> now() {
        return now;
    }
}
