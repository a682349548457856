package org.sonnerie.e2e.chromium;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.BrowserWire;
import org.sonnerie.e2e.product.Child;
import org.sonnerie.e2e.product.Folders;
import org.sonnerie.e2e.sound.Voice;
import org.sonnerie.e2e.sound.WavFile;

/** One process of it with a profile of its own, by the DevTools protocol. */
public final class SleepyChromium implements AutoCloseable {
    private static final int MICROPHONE_HZ = 48_000;

    private static final List<String> ALWAYS =
            List.of(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--mute-audio",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--autoplay-policy=no-user-gesture-required",
                    "--use-fake-ui-for-media-stream",
                    "--remote-debugging-port=0");

    private final Path folder;
    private final Child process;
    private final BrowserWire wire;

    private SleepyChromium(Path folder, Child process) {
        this.folder = folder;
        this.process = process;
        wire =
                BrowserWire.connect(
                        Await.untilPresent("an address of Chromium", this::address), _ -> {});
    }

    /**
     * Starts it.
     *
     * @param program the executable
     * @param voice what the microphone hears
     * @return to be closed
     */
    public static SleepyChromium start(Path program, Voice voice) {
        Path folder = folder();
        Path microphone = folder.resolve("microphone.wav");
        try {
            WavFile.write(microphone, voice.samples(MICROPHONE_HZ), MICROPHONE_HZ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return launch(
                program,
                folder,
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-audio-capture=" + microphone);
    }

    /**
     * Starts it on a computer that has nothing to hear or say with.
     *
     * @param program the executable
     * @return to be closed
     */
    public static SleepyChromium startWithoutMicrophone(Path program) {
        return launch(program, folder());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("sleepy-chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SleepyChromium launch(Path program, Path folder, String... more) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(ALWAYS);
        command.addAll(List.of(more));
        command.add("--user-data-dir=" + folder.resolve("profile"));
        command.add("about:blank");
        Map<String, String> home = Map.of("HOME", folder.toString());
        return new SleepyChromium(
                folder, Child.start(folder, folder.resolve("log"), home, command));
    }

    /** Chromium writes it into its profile once it listens: the port, then the path. */
    private Optional<URI> address() {
        if (!process.alive()) {
            throw new AssertionError("Chromium ended by itself:\n" + process.printed());
        }
        Path file = folder.resolve("profile").resolve("DevToolsActivePort");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * A new tab, in a window of its own.
     *
     * @param script runs in each page before its own scripts
     * @return empty yet
     */
    public SleepyTab open(String script) {
        Map<String, ?> empty = Map.of("url", "about:blank", "newWindow", true);
        String target = browser("Target.createTarget", empty).get("targetId").getAsString();
        Map<String, ?> flat = Map.of("targetId", target, "flatten", true);
        String session = browser("Target.attachToTarget", flat).get("sessionId").getAsString();
        return new SleepyTab(this, session, script);
    }

    /** The computer falls asleep, and this browser with all its tabs. */
    public void fallAsleep() {
        process.fallAsleep();
    }

    /** The computer is awake again. */
    public void wakeUp() {
        process.wakeUp();
    }

    private JsonObject browser(String method, Map<String, ?> parameters) {
        return result(Map.of("method", method, "params", parameters));
    }

    /** Has a command done and gives its result. */
    JsonObject result(Map<String, ?> command) {
        JsonObject answer = wire.ask(command);
        if (answer.has("error")) {
            throw new AssertionError(command + ": " + answer.get("error"));
        }
        return answer.getAsJsonObject("result");
    }

    @Override
    public void close() {
        wire.close();
        process.closeWithChildren();
        Folders.delete(folder);
    }
}
