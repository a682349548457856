package org.sonnerie.pbx.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What no type says: what things mean, what raw content is, which problems an operation has.
 * Remembers what was asked for in vain, and what nobody asked for. NOT thread safe.
 */
final class Descriptions {
    private static final List<String> FILES =
            List.of(
                    "openapi.properties",
                    "openapi-more.properties",
                    "openapi-schemas.properties",
                    "openapi-schemas-more.properties",
                    "openapi-provider.properties");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Properties texts;
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> unused;

    private Descriptions(Properties texts) {
        this.texts = texts;
        this.unused = new TreeSet<>(texts.stringPropertyNames());
    }

    static Descriptions read() {
        Properties texts = new Properties();
        for (String file : FILES) {
            try (Reader in =
                    new InputStreamReader(
                            Objects.requireNonNull(Descriptions.class.getResourceAsStream(file)),
                            StandardCharsets.UTF_8)) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return new Descriptions(texts);
    }

    /** A text that must be there. */
    String text(String key) {
        return find(key)
                .orElseGet(() -> {
                    missing.add(key);
                    return "";
                });
    }

    Optional<String> find(String key) {
        unused.remove(key);
        return Optional.ofNullable(texts.getProperty(key));
    }

    /** Words with spaces between. */
    List<String> words(String key) {
        return find(key).stream().flatMap(text -> Arrays.stream(text.split(" ", -1))).toList();
    }

    Optional<JsonNode> json(String key) {
        return find(key).map(JSON::readTree);
    }

    /** Keys that were asked for and are not there. */
    Set<String> missing() {
        return missing;
    }

    /** Keys that are there and nobody asked for. */
    Set<String> unused() {
        return unused;
    }
}
