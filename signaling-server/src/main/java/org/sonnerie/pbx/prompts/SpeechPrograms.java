package org.sonnerie.pbx.prompts;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sonnerie.pbx.prompts.SpeechEngine.Voice;

/**
 * Finds the programs that speak: for English the one that made the built-in prompts, if it is
 * there.
 */
final class SpeechPrograms {
    private static final List<String> FLITE =
            List.of(
                    "-voice",
                    "slt",
                    "--setf",
                    "duration_stretch=1.05",
                    "-f",
                    "TEXT",
                    "-o",
                    "SOUND");

    private SpeechPrograms() {}

    /**
     * Looks along a path.
     *
     * @param path folders, as in the environment
     * @return voices by language; empty: there is none
     */
    static Map<String, Voice> find(String path) {
        Map<String, Voice> voices = new TreeMap<>();
        program(path, "espeak-ng")
                .ifPresent(espeak -> {
                    voices.put("en", new Voice(espeak, espeak("en")));
                    voices.put("fr", new Voice(espeak, espeak("fr-fr")));
                });
        program(path, "flite").ifPresent(flite -> voices.put("en", new Voice(flite, FLITE)));
        return voices;
    }

    private static List<String> espeak(String voice) {
        return List.of("-b", "1", "-s", "150", "-v", voice, "-w", "SOUND", "-f", "TEXT");
    }

    private static Optional<Path> program(String path, String name) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> within(folder, name).stream())
                .filter(file -> file.isAbsolute() && Files.isExecutable(file))
                .findFirst();
    }

    private static Optional<Path> within(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
