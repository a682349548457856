package org.sonnerie.pbx.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table of who may ask for what, {@code endpoints.txt}. */
public final class Endpoints {
    private static final String BETWEEN = " : ";

    private Endpoints() {}

    /** By endpoint, such as {@code GET /admin/people/{id}}: who may. */
    public static Map<String, Set<String>> rows() {
        Map<String, Set<String>> rows = new TreeMap<>();
        text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    int at = line.indexOf(BETWEEN);
                    rows.put(
                            line.substring(0, at).strip(),
                            Set.of(line.substring(at + BETWEEN.length()).strip().split(" ")));
                });
        return rows;
    }

    private static String text() {
        try (InputStream in = Endpoints.class.getResourceAsStream("/security/endpoints.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Each page and answer, with ids that there are. */
    static List<String> asked(List<String> knownIds) {
        return rows().keySet().stream()
                .filter(endpoint -> endpoint.startsWith("GET "))
                .flatMap(endpoint ->
                        endpoint.contains("{")
                                ? knownIds.stream().map(id -> filled(endpoint, id))
                                : Stream.of(filled(endpoint, "")))
                .distinct()
                // They go on for ever.
                .filter(path -> !path.endsWith("/events"))
                .toList();
    }

    public static String method(String endpoint) {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    /** A path with its variables filled in: by the first word a pattern allows, or by this one. */
    public static String filled(String endpoint, String variable) {
        return endpoint.substring(endpoint.indexOf(' ') + 1)
                .replaceAll("\\{[a-zA-Z]+:([a-z-]+)[^}]*}", "$1")
                .replaceAll("\\{[^}]*}", variable);
    }
}
