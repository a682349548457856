package org.sonnerie.pbx.parts;

import java.util.List;
import java.util.Map;

/**
 * What was typed into a form.
 *
 * @param values by the names of the form's inputs, each in the order of the page
 */
public record Typed(Map<String, List<String>> values) {
    /** Copies the map. */
    public Typed {
        values = Map.copyOf(values);
    }

    /** The first value of an input, without blanks around it; empty: none. */
    String one(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst().strip();
    }

    /** All values of inputs with a name, also empty ones. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream().map(String::strip).toList();
    }

    /** All that is not empty. */
    List<String> filled(String name) {
        return all(name).stream().filter(text -> !text.isEmpty()).toList();
    }
}
