package org.sonnerie.trunk.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code ;name=value} list of a URI or a header value, in its order.
 *
 * @param list names as written; a parameter without value has an empty one
 */
public record Parameters(List<Parameter> list) {
    /** An empty list. */
    public static final Parameters NONE = new Parameters(List.of());

    /** Copies the list. */
    public Parameters {
        list = List.copyOf(list);
    }

    /**
     * One parameter.
     *
     * @param name a token
     * @param value octets as written, quotes included; empty if it has none
     */
    public record Parameter(String name, Optional<String> value) {
        @Override
        public String toString() {
            return value.map(v -> ";" + name + "=" + v).orElse(";" + name);
        }
    }

    /**
     * The value of a parameter, quotes taken off.
     *
     * @param name compared without regard to case
     * @return empty if it is missing or has no value
     */
    public Optional<String> get(String name) {
        return list.stream()
                .filter(p -> p.name().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(Parameter::value)
                .map(TextCursor::unquoted);
    }

    /**
     * Tells whether it is there, with or without value.
     *
     * @param name compared without regard to case
     * @return true if it is
     */
    public boolean has(String name) {
        return list.stream().anyMatch(p -> p.name().equalsIgnoreCase(name));
    }

    /**
     * Sets one, in its place or at the end.
     *
     * @param name a token
     * @param value octets as they shall be written
     * @return the changed list
     */
    public Parameters with(String name, String value) {
        List<Parameter> changed = new ArrayList<>(list);
        Parameter set = new Parameter(name, Optional.of(value));
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equalsIgnoreCase(name)) {
                changed.set(i, set);
                return new Parameters(changed);
            }
        }
        changed.add(set);
        return new Parameters(changed);
    }

    /** Reads {@code ;name=value} until the end of the text or something else. */
    static Parameters parse(TextCursor cursor) {
        List<Parameter> found = new ArrayList<>();
        cursor.skipSpace();
        while (cursor.take(';')) {
            cursor.skipSpace();
            String name = cursor.token("parameter name");
            cursor.skipSpace();
            Optional<String> value = Optional.empty();
            if (cursor.take('=')) {
                cursor.skipSpace();
                value = Optional.of(value(cursor));
                cursor.skipSpace();
            }
            found.add(new Parameter(name, value));
        }
        return new Parameters(found);
    }

    private static String value(TextCursor cursor) {
        if (cursor.looksAt('"')) {
            return cursor.quotedString();
        }
        // A bare IPv6 address is tolerated, as RFC 5118 section 4.5 asks.
        String value = cursor.takeWhile(c -> SipText.isTokenChar(c) || "[]:/@".indexOf(c) >= 0);
        if (value.isEmpty()) {
            throw new SipSyntaxException("parameter value");
        }
        return value;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        list.forEach(out::append);
        return out.toString();
    }
}
