package org.sonnerie.pbx.prompts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.prompts.SpeechRefusedException.Why;
import org.springframework.util.FileSystemUtils;

/**
 * Programs of this machine that speak text, each run by itself, without a shell: the text lies in a
 * file and is never an argument. One speaks at a time, and not for long. Thread safe.
 */
final class SpeechEngine {
    /** What somebody can hear in one prompt. */
    static final int LONGEST_TEXT = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(SpeechEngine.class);
    private static final long MOST_OCTETS = 64L << 20;

    private final Map<String, Voice> voices;
    private final Duration patience;
    private final ReentrantLock one = new ReentrantLock();

    /**
     * A program and how it is told what to do.
     *
     * @param program where it is
     * @param arguments {@code TEXT} and {@code SOUND} stand for the paths of two files
     */
    record Voice(Path program, List<String> arguments) {
        /** Copies the list. */
        Voice {
            arguments = List.copyOf(arguments);
        }

        List<String> command(Path text, Path sound) {
            List<String> command = new ArrayList<>(List.of(program.toString()));
            for (String argument : arguments) {
                command.add(
                        switch (argument) {
                            case "TEXT" -> text.toString();
                            case "SOUND" -> sound.toString();
                            default -> argument;
                        });
            }
            return command;
        }
    }

    /**
     * One that speaks these languages.
     *
     * @param voices by language
     * @param patience how long a program may take
     */
    SpeechEngine(Map<String, Voice> voices, Duration patience) {
        this.voices = Map.copyOf(voices);
        this.patience = patience;
    }

    /** The languages that can be spoken. */
    Set<String> languages() {
        return voices.keySet();
    }

    /** Speaks; a sound file as the importer reads it. */
    byte[] speak(String text, String language) {
        Voice voice = voices.get(language);
        if (voices.isEmpty()) {
            throw new SpeechRefusedException(Why.NO_ENGINE);
        }
        if (voice == null) {
            throw new SpeechRefusedException(Why.NO_VOICE);
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new SpeechRefusedException(text.isBlank() ? Why.NO_TEXT : Why.TEXT_TOO_LONG);
        }
        one.lock();
        try {
            return spoken(text, voice);
        } catch (IOException failed) {
            LOG.warn("{} does not speak: {}", voice.program(), failed.getMessage());
            throw new SpeechRefusedException(Why.FAILED);
        } finally {
            one.unlock();
        }
    }

    private byte[] spoken(String text, Voice voice) throws IOException {
        Path folder = Files.createTempDirectory("speech-");
        try {
            Path words = folder.resolve("text.txt");
            Path sound = folder.resolve("sound.wav");
            Files.writeString(words, cleaned(text), StandardCharsets.UTF_8);
            run(voice, folder, words, sound);
            if (!Files.exists(sound) || Files.size(sound) > MOST_OCTETS) {
                throw new IOException("no sound of a usable size");
            }
            return Files.readAllBytes(sound);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Control characters are no words. */
    private static String cleaned(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip() + "\n";
    }

    private void run(Voice voice, Path folder, Path text, Path sound) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(voice.command(text, sound))
                        .directory(folder.toFile())
                        .redirectInput(text.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        try {
            process.onExit().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException late) {
            throw new SpeechRefusedException(Why.TIMED_OUT);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("it ended with " + process.exitValue());
        }
    }
}
