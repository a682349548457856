package org.sonnerie.media.player;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.media.ogg.OggOpus;

/** The Opus packets of the prompts and pieces of music in the jar. Immutable once read. */
final class StoredSounds {
    static final String DEFAULT_LANGUAGE = "en";
    static final String DEFAULT_MUSIC = "house";

    /** Packets at the start of a piece of music that are never played: see sounds/README.md. */
    static final int MUSIC_LEAD_IN = 50;

    private static final String INDEX = "index.txt";

    private final Map<String, List<byte[]>> packets;

    private StoredSounds(Map<String, List<byte[]>> packets) {
        this.packets = Map.copyOf(packets);
    }

    /** Reads what index.txt lists: a path in each line. */
    static StoredSounds read() {
        Map<String, List<byte[]>> packets = new HashMap<>();
        String index = new String(resource(INDEX), StandardCharsets.UTF_8);
        for (String path : index.lines().toList()) {
            packets.put(path, packets(path));
        }
        return new StoredSounds(packets);
    }

    /** Anything unexpected is a broken build. */
    private static List<byte[]> packets(String path) {
        return OggOpus.read(resource(path + ".opus"))
                .filter(OggOpus::whole)
                .map(OggOpus::packets)
                .orElseThrow(() -> new IllegalStateException("not whole Ogg Opus: " + path));
    }

    private static byte[] resource(String path) {
        try (InputStream in = StoredSounds.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<List<byte[]>> prompt(String language, String name) {
        List<byte[]> wanted = packets.get("prompts/" + language + "/" + name);
        return wanted != null
                ? Optional.of(wanted)
                : Optional.ofNullable(packets.get("prompts/" + DEFAULT_LANGUAGE + "/" + name));
    }

    /** The names of all that {@link #prompt} finds. */
    Set<String> prompts(String language) {
        return Stream.of(language, DEFAULT_LANGUAGE)
                .map(one -> "prompts/" + one + "/")
                .flatMap(folder ->
                        packets.keySet().stream()
                                .filter(path -> path.startsWith(folder))
                                .map(path -> path.substring(folder.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In which there is any. */
    Set<String> languages() {
        return packets.keySet().stream()
                .filter(path -> path.startsWith("prompts/"))
                .map(path -> path.split("/", -1)[1])
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hasMusic(String name) {
        return packets.containsKey("music/" + name);
    }

    List<byte[]> music(String name) {
        List<byte[]> piece = packets.get("music/" + name);
        if (piece == null) {
            throw new IllegalArgumentException("no such music");
        }
        // The encoder's last packet holds only what was left in it: it would make the loop stumble.
        return piece.subList(0, piece.size() - 1);
    }
}
