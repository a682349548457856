package org.sonnerie.pbx.effects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.PlanTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan document that is changed by lines such as {@code people.alice.ringSeconds:=5}. */
final class Document {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode root;

    private Document(ObjectNode root) {
        this.root = root;
    }

    /** The document {@code plans/effects.json}. */
    static Document base() {
        return of("/plans/effects.json");
    }

    static Document of(String resource) {
        try (InputStream in = Document.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new Document(
                    (ObjectNode) JSON.readTree(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Changes one member.
     *
     * @param line the names from the outermost to the innermost, elements of lists by id or number;
     *     then {@code =} and a text, or {@code :=} and JSON. Tables that are not there are made.
     */
    Document with(String line) {
        int end = line.indexOf('=');
        boolean json = line.charAt(end - 1) == ':';
        String value = line.substring(end + 1);
        String[] names = line.substring(0, json ? end - 1 : end).split("\\.", -1);
        JsonNode at = root;
        for (int i = 0; i < names.length - 1; i++) {
            at = inner(at, names[i]);
        }
        ((ObjectNode) at)
                .set(
                        names[names.length - 1],
                        json ? JSON.readTree(value) : JSON.getNodeFactory().stringNode(value));
        return this;
    }

    private static JsonNode inner(JsonNode at, String name) {
        if (at instanceof ArrayNode all) {
            for (JsonNode one : all) {
                if (name.equals(one.path("id").asString(""))
                        || name.equals(one.path("number").asString(""))) {
                    return one;
                }
            }
            throw new IllegalArgumentException("there is no " + name);
        }
        ObjectNode table = (ObjectNode) at;
        JsonNode there = table.get(name);
        return there == null || there.isNull() ? table.putObject(name) : there;
    }

    CompanyPlan plan() {
        return PlanTexts.read(text());
    }

    String text() {
        return JSON.writeValueAsString(root);
    }

    /** As the server would write it, with all members. */
    JsonNode whole() {
        return JSON.readTree(PlanTexts.whole(text()));
    }
}
