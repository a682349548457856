package org.sonnerie.pbx.parts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan document, part by part and field by field. Changes what it was made of. */
final class PartDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode root;

    PartDocument(String document) {
        root = (ObjectNode) JSON.readTree(document);
    }

    String text() {
        return JSON.writeValueAsString(root);
    }

    static String text(Map<String, JsonNode> values) {
        return JSON.writeValueAsString(JSON.valueToTree(values));
    }

    /** What {@link #text(Map)} wrote; nothing where it was tampered with. */
    static Map<String, JsonNode> values(String text) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        JsonNode read;
        try {
            read = JSON.readTree(text);
        } catch (tools.jackson.core.JacksonException _) {
            return values;
        }
        read.propertyNames().forEach(name -> values.put(name, read.get(name)));
        return values;
    }

    private ArrayNode list(PartKind kind) {
        return root.withArray("/" + kind.list());
    }

    /** The parts of a kind, in the order of the document. */
    List<ObjectNode> all(PartKind kind) {
        if (kind.isSingle()) {
            return List.of(root);
        }
        return list(kind).valueStream().map(ObjectNode.class::cast).toList();
    }

    Optional<ObjectNode> find(PartKind kind, String id) {
        return all(kind).stream().filter(part -> id(kind, part).equals(id)).findFirst();
    }

    /** What a part of this document is known by. */
    static String id(PartKind kind, ObjectNode part) {
        return kind.isSingle() ? kind.path() : part.path(kind.key()).asString("");
    }

    /** What a part says by itself: of what there is one of, what its fields say. */
    JsonNode content(PartKind kind, ObjectNode part) {
        if (!kind.isSingle()) {
            return part;
        }
        ObjectNode content = JSON.createObjectNode();
        for (Field field : kind.fields()) {
            content.set(field.name(), value(field, kind.path(), part));
        }
        return content;
    }

    /** A new part that has nothing yet but its id. */
    ObjectNode add(PartKind kind, String id) {
        return list(kind).addObject().put(kind.key(), id);
    }

    /** Takes a part away, and what tables beside it say of it. */
    void remove(PartKind kind, String id) {
        ArrayNode list = list(kind);
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).path(kind.key()).asString("").equals(id)) {
                list.remove(i);
            }
        }
        for (Field field : kind.fields()) {
            if (field.where() instanceof Field.Where.Table(var members, String prefix)) {
                inside(root, members).ifPresent(table -> table.remove(prefix + id));
            }
        }
    }

    /** The value of a field; a null node where there is none. */
    JsonNode value(Field field, String id, ObjectNode part) {
        return switch (field.where()) {
            case Field.Where.Inside(var members) -> member(part, members);
            case Field.Where.Table(var members, String prefix) ->
                    inside(root, members)
                            .map(table -> orNull(table.get(prefix + id)))
                            .orElse(NullNode.getInstance());
        };
    }

    private static JsonNode member(ObjectNode part, List<String> members) {
        return inside(part, members.subList(0, members.size() - 1))
                .map(holder -> orNull(holder.get(members.getLast())))
                .orElse(NullNode.getInstance());
    }

    /** Sets a field; a null node: it is empty. */
    void set(Field field, String id, ObjectNode part, JsonNode value) {
        switch (field.where()) {
            case Field.Where.Inside(var members) -> {
                ObjectNode holder = part;
                for (String member : members.subList(0, members.size() - 1)) {
                    holder =
                            holder.get(member) instanceof ObjectNode there
                                    ? there
                                    : holder.putObject(member);
                }
                holder.set(members.getLast(), value);
            }
            case Field.Where.Table(var members, String prefix) -> {
                ObjectNode table = root;
                for (String member : members) {
                    table =
                            table.get(member) instanceof ObjectNode there
                                    ? there
                                    : table.putObject(member);
                }
                if (value.isNull() || (value.isArray() && value.isEmpty())) {
                    table.remove(prefix + id);
                } else {
                    table.set(prefix + id, value);
                }
            }
        }
    }

    private static Optional<ObjectNode> inside(ObjectNode from, List<String> members) {
        Optional<ObjectNode> at = Optional.of(from);
        for (String member : members) {
            at = at.map(node -> node.get(member) instanceof ObjectNode next ? next : null);
        }
        return at;
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? NullNode.getInstance() : node;
    }
}
