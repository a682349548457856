package org.sonnerie.e2e.devices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.Child;

/**
 * The sound hardware of one computer, in software: a PulseAudio server of the test's own, on a
 * socket in a folder of its own. Browsers that are told its address find its devices as they find
 * real ones, in their order of plugging, the first being the computer's own choice.
 */
public final class SoundServer implements AutoCloseable {
    private static final int RATE_HZ = 48_000;
    private static final String NOTHING = "Nothing";
    private static final long COMMAND_SECONDS = 20;

    private final Path folder;
    private final Child server;
    private final Deque<Runnable> toClose = new ArrayDeque<>();
    private final Map<String, List<String>> modules = new LinkedHashMap<>();
    private final Map<String, Loop> loops = new HashMap<>();

    private int speakers;
    private int microphones;

    private SoundServer(Path folder, Child server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts one without any device.
     *
     * @return to be closed
     */
    public static SoundServer start() {
        try {
            Path folder = Files.createTempDirectory("sound");
            List<String> command =
                    List.of(
                            "pulseaudio",
                            "-n",
                            "--daemonize=no",
                            "--exit-idle-time=-1",
                            "--use-pid-file=no",
                            "-L",
                            "module-native-protocol-unix auth-anonymous=1 socket="
                                    + folder.resolve("socket"));
            Child server = Child.start(folder, folder.resolve("log"), environment(folder), command);
            SoundServer started = new SoundServer(folder, server);
            Await.until("a sound server", () -> Files.exists(folder.resolve("socket")));
            started.plugInNothing();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The default device from the start: whoever listens to a default one is moved with it. */
    private void plugInNothing() {
        load(NOTHING, "module-null-sink", "sink_name=" + NOTHING, description("sink", NOTHING));
        pactl("set-default-sink", NOTHING);
        pactl("set-default-source", NOTHING + ".monitor");
    }

    private static Map<String, String> environment(Path folder) {
        return Map.of(
                "XDG_RUNTIME_DIR",
                folder.toString(),
                "HOME",
                folder.toString(),
                "PULSE_SERVER",
                "unix:" + folder.resolve("socket"));
    }

    /**
     * What a browser must be started with to find the devices.
     *
     * @return environment variables
     */
    public Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.put("PULSE_SERVER", "unix:" + folder.resolve("socket"));
        return Map.copyOf(all);
    }

    /**
     * Plugs in something to hear with.
     *
     * @param name as browsers show it, without spaces
     * @return what comes out of it
     */
    public OutputEar plugSpeaker(String name) {
        load(name, "module-null-sink", "sink_name=" + name, description("sink", name));
        OutputEar ear = ear(name, name + ".monitor");
        if (speakers++ == 0) {
            pactl("set-default-sink", name);
        }
        return ear;
    }

    /**
     * Plugs in a microphone.
     *
     * @param name as browsers show it, without spaces
     * @param said over and over, 48 kHz; begins anew when it is plugged in again
     */
    public void plugMicrophone(String name, short[] said) {
        String air = name + "-air";
        load(name, "module-null-sink", "sink_name=" + air, description("sink", air));
        plugMicrophoneInto(name, air + ".monitor");
        List<String> player =
                List.of(
                        "pacat",
                        "--device=" + air,
                        "--rate=" + RATE_HZ,
                        "--channels=1",
                        "--format=s16le",
                        "--latency-msec=50");
        Loop loop = Loop.start(player, environment(folder), said);
        loops.put(name, loop);
        toClose.push(loop::close);
    }

    /**
     * Plugs in a microphone that stands before a speaker.
     *
     * @param name as browsers show it, without spaces
     * @param speaker plugged in before
     */
    public void plugMicrophoneBefore(String name, String speaker) {
        plugMicrophoneInto(name, speaker + ".monitor");
    }

    private void plugMicrophoneInto(String name, String source) {
        load(
                name,
                "module-remap-source",
                "master=" + source,
                "source_name=" + name,
                description("source", name));
        if (microphones++ == 0) {
            pactl("set-default-source", name);
        }
    }

    private static String description(String kind, String name) {
        return kind + "_properties=device.description=" + name;
    }

    /**
     * Takes a device away, as somebody who pulls its plug.
     *
     * @param name of one that was plugged in
     */
    public void unplug(String name) {
        // What still spoke into it would be heard at the default speaker.
        Optional.ofNullable(loops.remove(name)).ifPresent(Loop::close);
        for (String module : Objects.requireNonNull(modules.remove(name)).reversed()) {
            pactl("unload-module", module);
        }
    }

    private OutputEar ear(String name, String source) {
        OutputEar ear = OutputEar.start(name, source, environment(folder));
        toClose.push(ear::close);
        return ear;
    }

    private void load(String device, String module, String... arguments) {
        List<String> command = new ArrayList<>(List.of("load-module", module));
        command.addAll(List.of(arguments));
        String index = pactl(command.toArray(String[]::new)).strip();
        modules.computeIfAbsent(device, _ -> new ArrayList<>()).add(index);
    }

    private String pactl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment(folder));
        try {
            Process process = builder.start();
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean over = process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS);
            if (!over || process.exitValue() != 0) {
                throw new AssertionError(command + " failed: " + printed + server.printed());
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            toClose.pop().run();
        }
        server.close();
        server.awaitEnd(Duration.ofSeconds(COMMAND_SECONDS));
    }
}
