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
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.FlawedTextException;
import org.sonnerie.pbx.plan.Spot;
import tools.jackson.databind.JsonNode;

/** A place in a JSON document: reads members strictly and says where something is wrong. */
final class JsonPlace {
    /** What is said of an object is said of this place; it is called by its path. */
    private final Spot spot;

    private final boolean isPlan;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();

    private JsonPlace(Spot spot, boolean isPlan, JsonNode node) {
        this.spot = spot;
        this.isPlan = isPlan;
        this.node = node;
        if (!node.isObject()) {
            throw wrong("expected-object");
        }
    }

    /** The whole of a plan document. */
    static JsonPlace plan(JsonNode node) {
        return new JsonPlace(Spot.WHOLE, true, node);
    }

    /** The whole of a document that is a part of an element. */
    static JsonPlace part(Spot spot, JsonNode node) {
        return new JsonPlace(spot.called(""), false, node);
    }

    String text(String member) {
        JsonNode found = member(member);
        if (found == null || !found.isString()) {
            throw at(member, "expected-text");
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
            throw at(member, "expected-number");
        }
        return found.intValue();
    }

    boolean truth(String member) {
        JsonNode found = member(member);
        if (found == null || !found.isBoolean()) {
            throw at(member, "expected-truth");
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
            throw at(member, "expected-object");
        }
        return new JsonPlace(inside(member), false, found);
    }

    Optional<JsonPlace> optionalObject(String member) {
        JsonNode found = member(member);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(object(member));
    }

    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(member)) {
            if (!element.isString()) {
                throw at(member, "expected-texts");
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    /** None where there is no such member. */
    List<String> textsOrNone(String member) {
        JsonNode found = member(member);
        return found == null || found.isNull() ? List.of() : texts(member);
    }

    /** Texts that may be left out: absent or null is an empty list, so an empty list is refused. */
    List<String> optionalTexts(String member) {
        JsonNode found = member(member);
        if (found == null || found.isNull()) {
            return List.of();
        }
        List<String> texts = texts(member);
        if (texts.isEmpty()) {
            throw at(member, "expected-one");
        }
        return texts;
    }

    <T> List<T> objects(String member, Function<JsonPlace, T> reader) {
        List<T> all = new ArrayList<>();
        for (JsonNode element : array(member)) {
            JsonPlace place = new JsonPlace(element(member, all.size(), element), false, element);
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
        return converted(member, text(member), reader);
    }

    /** Reads a text of a member, or its name, and says where, if it is not what was expected. */
    <T> T converted(String member, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (FlawedTextException e) {
            throw new PlanDocumentException(inside(member), e.flaw());
        }
    }

    /** Checks that nothing is left that nobody asked for. */
    <T> T complete(T result) {
        for (String name : node.propertyNames()) {
            if (!read.contains(name)) {
                throw at(name, "no-such-member");
            }
        }
        return result;
    }

    private Spot inside(String member) {
        String path = spot.place();
        return isPlan
                ? DocumentSpot.top(member)
                : spot.on(member).called(path.isEmpty() ? member : path + "." + member);
    }

    private Spot element(String list, int position, JsonNode element) {
        Spot all = inside(list);
        String path = "%s[%d]".formatted(all.place(), position);
        return isPlan
                ? DocumentSpot.element(list, position, element, path)
                : all.on(String.valueOf(position)).called(path);
    }

    private JsonNode array(String member) {
        JsonNode found = member(member);
        if (found == null || !found.isArray()) {
            throw at(member, "expected-list");
        }
        return found;
    }

    private @Nullable JsonNode member(String name) {
        read.add(name);
        return node.get(name);
    }

    /** That a member is not what it should be. */
    PlanDocumentException at(String member, String word) {
        return new PlanDocumentException(inside(member), Flaw.of(word));
    }

    /** That this place as a whole is not what it should be. */
    PlanDocumentException wrong(String word) {
        return new PlanDocumentException(spot, Flaw.of(word));
    }
}
