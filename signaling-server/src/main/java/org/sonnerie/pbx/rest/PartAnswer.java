package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Parts of a plan, as the REST interface lists them. */
final class PartAnswer {
    private PartAnswer() {}

    /**
     * Some of a list.
     *
     * @param parts in the order of the plan
     * @param next what to give as {@code after} for the next part; left out: there is none
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<ObjectNode> parts, Optional<String> next) {}
}
