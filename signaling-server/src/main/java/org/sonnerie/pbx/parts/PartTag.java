package org.sonnerie.pbx.parts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a part's members were, in a few letters for each: so it can be said which of them changed,
 * without keeping what they were.
 */
final class PartTag {
    /** 36 bits of a digest. */
    private static final int LETTERS = 6;

    private PartTag() {}

    static String of(PartKind kind, Map<String, JsonNode> values) {
        StringBuilder tag = new StringBuilder();
        kind.fields().forEach(field -> tag.append(letters(values, field)));
        return tag.toString();
    }

    /** The fields that are not as they were; all, where it is no tag of such a part. */
    static List<Field> changed(PartKind kind, Map<String, JsonNode> values, String seen) {
        List<Field> fields = kind.fields();
        if (seen.length() != fields.size() * LETTERS) {
            return fields;
        }
        List<Field> changed = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String then = seen.substring(i * LETTERS, (i + 1) * LETTERS);
            if (!then.equals(letters(values, fields.get(i)))) {
                changed.add(fields.get(i));
            }
        }
        return changed;
    }

    private static String letters(Map<String, JsonNode> values, Field field) {
        byte[] text = String.valueOf(values.get(field.name())).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return Base64.getUrlEncoder().encodeToString(digest).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
