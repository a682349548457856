package org.sonnerie.e2e.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process started by a test, its output in a file, ended with the test. */
public final class Child implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts a program.
     *
     * @param folder it runs in
     * @param log appended to
     * @param env added to this process's environment
     * @param command program and arguments
     * @return running
     */
    public static Child start(
            Path folder, Path log, Map<String, String> env, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(env);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        try {
            return new Child(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(command.getFirst() + " does not start", e);
        }
    }

    /**
     * Its number in the operating system.
     *
     * @return the pid
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Whether it runs.
     *
     * @return false after its end
     */
    public boolean alive() {
        return process.isAlive();
    }

    /**
     * What it printed so far.
     *
     * @return the whole text
     */
    public String printed() {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for its end.
     *
     * @param atMost not longer
     * @return its exit code
     */
    public int awaitEnd(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running: " + process.info() + "\n" + printed());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Stops it and all it has started where they are, as a computer that falls asleep does. */
    public void fallAsleep() {
        signal("-STOP");
    }

    /** They go on. */
    public void wakeUp() {
        signal("-CONT");
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", name));
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .forEach(one -> command.add(Long.toString(one.pid())));
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new AssertionError(command + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /** Kills it, and waits until what it had started has ended too. */
    public void killWithChildren() {
        withChildren(this::kill);
    }

    /** Ends it, and waits until what it had started has ended too: that may write until then. */
    public void closeWithChildren() {
        withChildren(this::close);
    }

    private void withChildren(Runnable ending) {
        List<ProcessHandle> children = process.descendants().toList();
        ending.run();
        children.forEach(child -> Await.until("the end of " + child, () -> !child.isAlive()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
