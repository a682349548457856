package org.sonnerie.pbx.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which file of a pack laid out as Asterisk's is which of our prompts ({@code
 * asterisk-prompts.txt}).
 */
final class PackNames {
    private static final String TABLE = "asterisk-prompts.txt";
    private static final String LANGUAGE = "[a-z]{2}(?:[_-][A-Za-z]{2})?";

    private final Map<String, String> prompts;

    private PackNames(Map<String, String> prompts) {
        this.prompts = Map.copyOf(prompts);
    }

    /**
     * A file of a pack.
     *
     * @param prompt which of ours it is
     * @param language said by a folder, empty: by none
     * @param extension the end of its name, in small letters
     */
    record Place(String prompt, Optional<String> language, String extension) {}

    static PackNames read() {
        try (InputStream file = PackNames.class.getResourceAsStream(TABLE)) {
            byte[] octets = Objects.requireNonNull(file, TABLE).readAllBytes();
            Map<String, String> read = new HashMap<>();
            new String(octets, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] both = line.strip().split("\\s+", 2);
                        read.put(both[0], both[1]);
                    });
            return new PackNames(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All names, theirs and ours. */
    Map<String, String> all() {
        return prompts;
    }

    /** Where a file belongs; empty: it is no prompt that is known here. */
    Optional<Place> of(String path) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        if (dot <= name) {
            return Optional.empty();
        }
        String extension = path.substring(dot + 1).toLowerCase(Locale.ROOT);
        String[] parts = path.substring(0, dot).split("/", -1);
        int after = 0;
        Optional<String> language = Optional.empty();
        for (int i = 0; i < parts.length - 1; i++) {
            if (parts[i].matches(LANGUAGE)) {
                language = Optional.of(parts[i].substring(0, 2));
                after = i + 1;
            }
        }
        return prompt(parts, after).map(new Labelled(language, extension)::place);
    }

    private record Labelled(Optional<String> language, String extension) {
        Place place(String prompt) {
            return new Place(prompt, language, extension);
        }
    }

    /** By its folder and its name, or by its name alone where it lies at the top. */
    private Optional<String> prompt(String[] parts, int after) {
        int last = parts.length - 1;
        String own = parts[last];
        String inFolder = last > after ? parts[last - 1] + "/" + own : own;
        String known = prompts.get(inFolder);
        boolean atTop = last - after <= 1 && !inFolder.equals(own) && after == 0;
        return Optional.ofNullable(known == null && atTop ? prompts.get(own) : known);
    }
}
