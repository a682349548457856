package org.sonnerie.trunk.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The header fields of a message in their order. Names are compared without regard to case.
 *
 * @param all one entry per line
 */
public record Headers(List<Header> all) {
    /** No header fields. */
    public static final Headers NONE = new Headers(List.of());

    /** Copies the list. */
    public Headers {
        all = List.copyOf(all);
    }

    /**
     * The first field of that name.
     *
     * @param name in full form
     * @return its value
     */
    public Optional<String> first(String name) {
        return all.stream().filter(h -> h.is(name)).map(Header::value).findFirst();
    }

    /**
     * Every line of that name.
     *
     * @param name in full form
     * @return the values in order
     */
    public List<String> lines(String name) {
        return all.stream().filter(h -> h.is(name)).map(Header::value).toList();
    }

    /**
     * The elements of a list header, whether they stand in one line or in many (RFC 3261 section
     * 7.3.1).
     *
     * @param name in full form
     * @return in order, without empty ones
     */
    public List<String> elements(String name) {
        return all.stream().filter(h -> h.is(name)).flatMap(h -> split(h.value())).toList();
    }

    /**
     * Tells whether a list header names an item, without regard to case.
     *
     * @param name in full form
     * @param element a token
     * @return true if it is in the list
     */
    public boolean lists(String name, String element) {
        return elements(name).stream().anyMatch(element::equalsIgnoreCase);
    }

    /**
     * Appends a field.
     *
     * @param name in full form
     * @param value octets
     * @return the longer list
     */
    public Headers and(String name, String value) {
        List<Header> more = new ArrayList<>(all);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /**
     * Appends one field per value.
     *
     * @param name in full form
     * @param values octets each
     * @return the longer list
     */
    public Headers andEach(String name, List<String> values) {
        List<Header> more = new ArrayList<>(all);
        values.forEach(value -> more.add(new Header(name, value)));
        return new Headers(more);
    }

    /**
     * Puts a field in place of all of that name, where the first one stood, or at the end.
     *
     * @param name in full form
     * @param value octets
     * @return the changed list
     */
    public Headers with(String name, String value) {
        List<Header> changed = new ArrayList<>();
        boolean placed = false;
        for (Header header : all) {
            if (!header.is(name)) {
                changed.add(header);
            } else if (!placed) {
                changed.add(new Header(name, value));
                placed = true;
            }
        }
        if (!placed) {
            changed.add(new Header(name, value));
        }
        return new Headers(changed);
    }

    /**
     * Removes all of that name.
     *
     * @param name in full form
     * @return the shorter list
     */
    public Headers without(String name) {
        return new Headers(all.stream().filter(h -> !h.is(name)).toList());
    }

    /**
     * Keeps only the fields of one name.
     *
     * @param name in full form
     * @return the shorter list
     */
    public Headers only(String name) {
        return new Headers(all.stream().filter(h -> h.is(name)).toList());
    }

    /** Replaces the first line of a name by another value. */
    Headers replaceFirst(String name, String value) {
        List<Header> changed = new ArrayList<>(all);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).is(name)) {
                changed.set(i, new Header(name, value));
                break;
            }
        }
        return new Headers(changed);
    }

    /** Splits at the commas that stand outside of quotes and angle brackets. */
    static Stream<String> split(String value) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int depth = 0;
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '<' ? 1 : c == '>' ? -1 : 0;
                if (c == ',' && depth <= 0) {
                    parts.add(value.substring(from, i).strip());
                    from = i + 1;
                }
            }
        }
        parts.add(value.substring(Math.min(from, value.length())).strip());
        return parts.stream().filter(part -> !part.isEmpty());
    }
}
