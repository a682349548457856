package org.sonnerie.pbx.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A place in a JSON document: reads members strictly and says where something is wrong. */
final class JsonPlace {
    private final String path;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();

    JsonPlace(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw wrong("an object is expected");
        }
    }

    String path() {
        return path;
    }

    String text(String member) {
        JsonNode found = member(member);
        if (found == null || !found.isString()) {
            throw at(member, "a text is expected");
        }
        return found.stringValue();
    }

    Optional<String> optionalText(String member) {
        JsonNode found = member(member);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(text(member));
    }

    int number(String member) {
        JsonNode found = member(member);
        if (found == null || !found.isInt()) {
            throw at(member, "a whole number is expected");
        }
        return found.intValue();
    }

    boolean truth(String member) {
        JsonNode found = member(member);
        if (found == null || !found.isBoolean()) {
            throw at(member, "true or false is expected");
        }
        return found.booleanValue();
    }

    Optional<Boolean> optionalTruth(String member) {
        JsonNode found = member(member);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(truth(member));
    }

    Optional<Integer> optionalNumber(String member) {
        JsonNode found = member(member);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(number(member));
    }

    JsonPlace object(String member) {
        JsonNode found = member(member);
        if (found == null) {
            throw at(member, "an object is expected");
        }
        return new JsonPlace(inside(member), found);
    }

    Optional<JsonPlace> optionalObject(String member) {
        JsonNode found = member(member);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(object(member));
    }

    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(member)) {
            if (!element.isString()) {
                throw at(member, "a list of texts is expected");
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    /** Texts that may be left out: absent or null is an empty list, so an empty list is refused. */
    List<String> optionalTexts(String member) {
        JsonNode found = member(member);
        if (found == null || found.isNull()) {
            return List.of();
        }
        List<String> texts = texts(member);
        if (texts.isEmpty()) {
            throw at(member, "leave it out, or name at least one");
        }
        return texts;
    }

    <T> List<T> objects(String member, Function<JsonPlace, T> reader) {
        List<T> all = new ArrayList<>();
        for (JsonNode element : array(member)) {
            JsonPlace place =
                    new JsonPlace("%s[%d]".formatted(inside(member), all.size()), element);
            all.add(place.complete(reader.apply(place)));
        }
        return all;
    }

    /** As {@link #objects}; a member that is absent is an empty list. */
    <T> List<T> optionalObjects(String member, Function<JsonPlace, T> reader) {
        return member(member) == null ? List.of() : objects(member, reader);
    }

    /** The names of all members there are. */
    List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    /** All members of an object whose names are free, each a text. */
    Map<String, String> textsByName(String member) {
        JsonPlace place = object(member);
        Map<String, String> texts = new LinkedHashMap<>();
        place.node.propertyNames().forEach(name -> texts.put(name, place.text(name)));
        return texts;
    }

    /** Reads one text and says where, if it is not what was expected. */
    <T> T read(String member, Function<String, T> reader) {
        return converted(inside(member), text(member), reader);
    }

    static <T> T converted(String path, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new PlanDocumentException(path, String.valueOf(e.getMessage()));
        }
    }

    /** Checks that nothing is left that nobody asked for. */
    <T> T complete(T result) {
        for (String name : node.propertyNames()) {
            if (!read.contains(name)) {
                throw at(name, "there is no such member");
            }
        }
        return result;
    }

    String inside(String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    private JsonNode array(String member) {
        JsonNode found = member(member);
        if (found == null || !found.isArray()) {
            throw at(member, "a list is expected");
        }
        return found;
    }

    private @Nullable JsonNode member(String name) {
        read.add(name);
        return node.get(name);
    }

    private PlanDocumentException at(String member, String what) {
        return new PlanDocumentException(inside(member), what);
    }

    private PlanDocumentException wrong(String what) {
        return new PlanDocumentException(path, what);
    }
}
