package org.sonnerie.e2e.product;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The product, run from the built jar as the launcher runs it, in a folder of its own, on ports of
 * its own: with the demo company unless said otherwise.
 */
public final class Sonnerie implements AutoCloseable {
    /** As in config/pbx-run.sh: with others the start cache does not fit. */
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseG1GC",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dice4j.harvest.mapping.aws.enabled=false",
                    "-Dspring.aot.enabled=true",
                    "-Xlog:aot=off",
                    "-Xlog:cds=off");

    private static final Duration UNPACKING = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path folder;
    private final int carrierPort = freeUdpPort();
    private final Map<String, String> chosenPorts = new HashMap<>();
    private Child child;
    private JsonObject ports;

    /** By which command it is started. */
    private enum Way {
        /** The launcher. */
        LAUNCHER,
        /** What the launcher unpacked, with its start cache. */
        UNPACKED
    }

    private final Way way;
    private final Map<String, String> settings;

    private Sonnerie(Path folder, Way way, Map<String, String> settings) {
        this.folder = folder;
        this.way = way;
        this.settings = Map.copyOf(settings);
        child = launch();
        ports = awaitReady();
    }

    /**
     * Starts it with an empty data folder and waits until it is ready.
     *
     * @return to be closed
     */
    public static Sonnerie start() {
        return start(Map.of());
    }

    /**
     * Starts it with settings of its own.
     *
     * @param settings environment variables
     * @return to be closed
     */
    public static Sonnerie start(Map<String, String> settings) {
        try {
            Path folder = Files.createTempDirectory("sonnerie");
            unpack(folder);
            return new Sonnerie(folder, Way.UNPACKED, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts it as nobody has ever used it, without the demo company.
     *
     * @return to be closed
     */
    public static Sonnerie startUnused() {
        return start(Map.of("SONNERIE_DEMO", "false"));
    }

    /**
     * The same by the launcher, {@code ./pbx run --demo}; its three people may have as many calls
     * as a benchmark makes.
     *
     * @return to be closed
     */
    public static Sonnerie startAsUsersDo() {
        try {
            return new Sonnerie(Files.createTempDirectory("sonnerie"), Way.LAUNCHER, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher unpacks the jar that is there and makes its start cache, once for all. */
    private static void unpack(Path folder) {
        try (Child unpacking =
                Child.start(
                        root(),
                        folder.resolve("unpacking.log"),
                        Map.of("SONNERIE_JAR", "as-is"),
                        List.of("./pbx", "run", "--build-only"))) {
            int code = unpacking.awaitEnd(UNPACKING);
            if (code != 0) {
                throw new AssertionError("not unpacked: " + code + "\n" + unpacking.printed());
            }
        }
    }

    /** Kills it in the middle of whatever it does; its data stay. */
    public void kill() {
        child.kill();
    }

    /** Starts it again on the same data and ports. */
    public void restart() {
        ports.entrySet()
                .forEach(port -> {
                    String name = port.getKey().toUpperCase(Locale.ROOT);
                    chosenPorts.put("SONNERIE_" + name + "_PORT", port.getValue().getAsString());
                });
        child = launch();
        ports = awaitReady();
    }

    private Child launch() {
        try {
            Files.createDirectories(data());
            Files.deleteIfExists(data().resolve("ports.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path log = folder.resolve("sonnerie.log");
        if (way == Way.LAUNCHER) {
            List<String> command = List.of("./pbx", "run", "--demo");
            return Child.start(root(), log, environment(), command);
        }
        Path jar = root().resolve("signaling-server/target/app/sonnerie.jar");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-XX:AOTCache=" + jar.resolveSibling("sonnerie.aot"));
        command.addAll(List.of("-jar", jar.toString()));
        return Child.start(folder, log, environment(), command);
    }

    private Map<String, String> environment() {
        Map<String, String> env = new HashMap<>();
        env.put("SONNERIE_HTTP_PORT", "0");
        env.put("SONNERIE_HTTPS_PORT", "0");
        env.put("SONNERIE_MANAGEMENT_PORT", "0");
        env.put("SONNERIE_SIP_PORT", "0");
        env.put("SONNERIE_SIPS_PORT", "0");
        env.put("SONNERIE_MEDIA_PORT", "0");
        env.put("SONNERIE_TRUNK_MEDIA_PORTS", "0");
        env.put("SONNERIE_DEMO", "true");
        if (way == Way.LAUNCHER) {
            env.put("SONNERIE_CALLS_PER_PERSON", "1000");
        }
        env.putAll(chosenPorts);
        env.put("SONNERIE_DATA", data().toString());
        env.put("SONNERIE_DEMO_CARRIER", "127.0.0.1:" + carrierPort);
        env.putAll(settings);
        return env;
    }

    private JsonObject awaitReady() {
        JsonObject read = Await.untilPresent("ports.json in " + data(), this::readPorts);
        URI health =
                URI.create("http://127.0.0.1:" + port(read, "management") + "/actuator/health");
        Await.until(
                "healthy, as its log in " + folder + " should say", () -> status(health) == 200);
        return read;
    }

    private Optional<JsonObject> readPorts() {
        if (!child.alive()) {
            throw new AssertionError("it ended by itself:\n" + log());
        }
        Path file = data().resolve("ports.json");
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.endsWith("}")
                    ? Optional.of(JsonParser.parseString(text).getAsJsonObject())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private int status(URI uri) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /**
     * What the metrics say.
     *
     * @return Prometheus's text
     */
    public String metrics() {
        URI uri = URI.create("http://127.0.0.1:" + port("management") + "/actuator/prometheus");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /**
     * One number of the metrics, summed over its labels.
     *
     * @param name as Prometheus shows it
     * @return 0 if there is none
     */
    public double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /**
     * The address of its pages.
     *
     * @return without a slash at the end
     */
    public String address() {
        return "http://localhost:" + port("http");
    }

    /**
     * One of its ports.
     *
     * @param name as in {@code ports.json}
     * @return the port
     */
    public int port(String name) {
        return port(ports, name);
    }

    private static int port(JsonObject ports, String name) {
        JsonElement port = ports.get(name);
        if (port == null) {
            throw new AssertionError("no port " + name + " in " + ports);
        }
        return port.getAsInt();
    }

    /**
     * All it wrote into {@code ports.json}.
     *
     * @return names and ports
     */
    public String ports() {
        return ports.toString();
    }

    /**
     * Where its trunk sends outside calls.
     *
     * @return a port of 127.0.0.1 that a carrier of the test may bind
     */
    public int carrierPort() {
        return carrierPort;
    }

    /**
     * Its data folder.
     *
     * @return a path
     */
    public Path data() {
        return folder.resolve("data");
    }

    /**
     * Its log, over restarts.
     *
     * @return the text
     */
    public String log() {
        return child.printed();
    }

    /**
     * Its process.
     *
     * @return the pid
     */
    public long pid() {
        return child.pid();
    }

    /**
     * The repository.
     *
     * @return its root folder
     */
    public static Path root() {
        String set = System.getProperty("sonnerie.root", "");
        Path start = Path.of(set.isEmpty() ? System.getProperty("user.dir") : set);
        Path root = start.toAbsolutePath();
        while (!Files.exists(root.resolve("pbx")) && root.getParent() != null) {
            root = root.getParent();
        }
        return root;
    }

    /**
     * A port that is free at the moment.
     *
     * @return for UDP on 127.0.0.1
     */
    public static int freeUdpPort() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
