package org.sonnerie.pbx.parts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets the fields of one part that somebody changed. What another changed meanwhile stays, and
 * where both changed the same field differently, nothing is changed.
 *
 * @param kind of the part
 * @param id which
 * @param isNew whether it is made by this change
 * @param seen each field's value when the form was made
 * @param wanted each field's value as it was sent
 */
record PartChange(
        PartKind kind,
        String id,
        boolean isNew,
        Map<String, JsonNode> seen,
        Map<String, JsonNode> wanted)
        implements UnaryOperator<String> {
    private static final String EXPIRY = "expirySeconds";
    private static final int USUAL_EXPIRY_SECONDS = 3_600;

    @Override
    public String apply(String document) {
        PartDocument all = new PartDocument(document);
        ObjectNode part =
                isNew
                        ? all.add(kind, id)
                        : all.find(kind, id)
                                .orElseThrow(() -> new ChangedMeanwhileException(Map.of()));
        Map<String, JsonNode> now = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            JsonNode there = all.value(field, id, part);
            if (!isNew && isTorn(field, there)) {
                now.put(field.name(), there);
            }
        }
        if (!now.isEmpty()) {
            throw new ChangedMeanwhileException(now);
        }
        set(all, part);
        return all.text();
    }

    /** The same change of another document, whatever it says there; a part it has not is left. */
    UnaryOperator<String> follows() {
        return document -> {
            PartDocument all = new PartDocument(document);
            Optional<ObjectNode> part = all.find(kind, id);
            if (part.isEmpty() && isNew) {
                part = Optional.of(all.add(kind, id));
            }
            part.ifPresent(found -> set(all, found));
            return all.text();
        };
    }

    private boolean isTorn(Field field, JsonNode there) {
        JsonNode before = seen.get(field.name());
        JsonNode mine = wanted.getOrDefault(field.name(), there);
        return before != null
                && !there.equals(before)
                && !mine.equals(before)
                && !mine.equals(there);
    }

    private void set(PartDocument all, ObjectNode part) {
        for (Field field : kind.fields()) {
            JsonNode mine = wanted.getOrDefault(field.name(), NullNode.getInstance());
            if (isNew || !mine.equals(seen.get(field.name()))) {
                all.set(field, id, part, mine);
            }
        }
        tidy(part);
    }

    /** An account without a user is none; one without a time lasts for the usual time. */
    private void tidy(ObjectNode part) {
        if (kind != PartKind.TRUNK || !(part.get("registration") instanceof ObjectNode account)) {
            return;
        }
        if (account.path("user").asString("").isEmpty()) {
            part.putNull("registration");
        } else if (account.path(EXPIRY).isNull()) {
            account.put(EXPIRY, USUAL_EXPIRY_SECONDS);
        }
    }
}
