package org.sonnerie.pbx.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PlanProblem;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan document in which one thing is changed.
 *
 * @param word of the flaw that this makes
 * @param spot of it: kind, id and member
 * @param where the change is, a JSON pointer; empty: the whole
 * @param json what is put there
 */
record WrongPlan(String word, String spot, String where, String json) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One for each thing that can be wrong in a document, and for each place where it can be. */
    static Stream<WrongPlan> all() {
        return resource("wrong.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" \\| ", -1)))
                .map(row -> new WrongPlan(row.get(0), row.get(1), row.get(2), row.get(3)));
    }

    /** The document that fits together. */
    static String rightDocument() {
        return resource("everything.json");
    }

    /** All that is found in it. */
    List<PlanProblem> problems() {
        return problemsOf(document());
    }

    static List<PlanProblem> problemsOf(String document) {
        try {
            return PlanReader.readUnchecked(new CompanyId("shop"), 1, document)
                    .problems((_, _) -> Set.of("welcome", "closed"));
        } catch (PlanDocumentException unreadable) {
            return List.of(unreadable.problem());
        }
    }

    /** The one it is about. */
    PlanProblem problem() {
        return problems().stream()
                .filter(one -> one.flaw().word().equals(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + " has " + problems()));
    }

    private String document() {
        if (where.isEmpty()) {
            return json;
        }
        JsonNode root = JSON.readTree(rightDocument());
        JsonNode what = JSON.readTree(json);
        JsonPointer at = JsonPointer.compile(where);
        switch (root.at(at.head())) {
            case ObjectNode object -> object.set(at.last().getMatchingProperty(), what);
            case ArrayNode list when at.last().getMatchingIndex() < list.size() ->
                    list.set(at.last().getMatchingIndex(), what);
            case ArrayNode list -> list.add(what);
            case JsonNode none -> throw new AssertionError(at + " leads to " + none);
        }
        return JSON.writeValueAsString(root);
    }

    private static String resource(String name) {
        try (InputStream in = WrongPlan.class.getResourceAsStream("/plans/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
