package org.sonnerie.trunk.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real program at the other end. Ended by its own process only. */
public final class Peer implements AutoCloseable {
    private final Process process;
    private final Path output;

    private Peer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it.
     *
     * @param folder its working folder
     * @param command with arguments
     */
    public static Peer start(Path folder, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "peer", ".txt");
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .redirectInput(ProcessBuilder.Redirect.from(nothing(folder).toFile()))
                            .start();
            return new Peer(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path nothing(Path folder) throws IOException {
        Path empty = folder.resolve("nothing");
        return Files.exists(empty) ? empty : Files.createFile(empty);
    }

    /** Tells whether a program is installed. */
    public static boolean installed(String program) {
        return find(program).isPresent();
    }

    /** Where a program is, though its folder may not be on the path (sbin). */
    public static Optional<Path> find(String program) {
        return Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** False once it ended, by itself or not. */
    public boolean runs() {
        return process.isAlive();
    }

    /** Waits for the end; gives the exit status, or -1 after the time. */
    public int exitStatus(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** What it printed. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and all that it started. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
