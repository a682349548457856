package org.sonnerie.pbx.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.sonnerie.pbx.SonnerieApplication;
import tools.jackson.databind.json.JsonMapper;

/** The real application in a process of its own: what a test knows is not in its memory. */
public final class ChildServer implements AutoCloseable, Site {
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(180);
    private static final long DUMP_SECONDS = 120;
    private static final Path JAVA = Path.of(System.getProperty("java.home", ""), "bin");
    private static final String PORTS = "ports.json";

    private final Path data;
    private final Process process;
    private int port;

    private ChildServer(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    /** The demo, on free ports and with a data folder of its own. */
    public static ChildServer demo(String... more) {
        Path data = RunningServer.temporaryFolder();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JAVA.resolve("java").toString(),
                                "-XX:+UseG1GC",
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dice4j.harvest.mapping.aws.enabled=false",
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                SonnerieApplication.class.getName(),
                                "--sonnerie.demo=true",
                                "--sonnerie.demo-carrier=127.0.0.1:9",
                                "--sonnerie.data=" + data));
        for (String one : List.of("http", "https", "management", "sip", "media", "trunk-media")) {
            command.add("--sonnerie.ports." + one + "=0");
        }
        command.addAll(List.of(more));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.to(data.resolve("out.log").toFile()))
                            .start();
            ChildServer server = new ChildServer(data, process);
            server.awaitPort();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitPort() throws IOException {
        long end = System.nanoTime() + START_NANOS;
        while (!Files.exists(data.resolve(PORTS))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                String said = Files.readString(data.resolve("out.log"));
                close();
                throw new AssertionError("it does not start: " + said);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        port =
                JsonMapper.builder()
                        .build()
                        .readTree(Files.readString(data.resolve(PORTS)))
                        .path("http")
                        .asInt();
    }

    @Override
    public URI http(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** What is alive in its memory after a full collection (HPROF); the caller deletes the file. */
    public Path heap() {
        Path file = data.resolve("heap.hprof");
        try {
            Process dump =
                    new ProcessBuilder(
                                    JAVA.resolve("jcmd").toString(),
                                    String.valueOf(process.pid()),
                                    "GC.heap_dump",
                                    file.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.to(data.resolve("dump.log").toFile()))
                            .start();
            if (!dump.waitFor(DUMP_SECONDS, TimeUnit.SECONDS) || !Files.exists(file)) {
                throw new AssertionError("no dump: " + Files.readString(data.resolve("dump.log")));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
