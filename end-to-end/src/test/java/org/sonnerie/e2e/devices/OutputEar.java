package org.sonnerie.e2e.devices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sonnerie.e2e.sound.Ear;
import org.sonnerie.e2e.sound.Recording;

/** What comes out of one speaker, whoever plays it. */
public final class OutputEar implements Ear, AutoCloseable {
    private static final int CHUNK_BYTES = 320;
    private static final long LONGEST_WAIT_MILLIS = 1000;

    private final String name;
    private final Process recorder;
    private final Recording recording = new Recording();
    private final Thread reader;

    private OutputEar(String name, Process recorder) {
        this.name = name;
        this.recorder = recorder;
        reader = Thread.ofVirtual().start(this::read);
        Runtime.getRuntime().addShutdownHook(new Thread(recorder::destroyForcibly));
    }

    static OutputEar start(String name, String source, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                "parec",
                                "--device=" + source,
                                "--rate=8000",
                                "--channels=1",
                                "--format=s16le",
                                "--latency-msec=40"));
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new OutputEar("the speaker " + name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (InputStream in = recorder.getInputStream()) {
            byte[] chunk = in.readNBytes(CHUNK_BYTES);
            while (chunk.length == CHUNK_BYTES) {
                short[] samples = new short[CHUNK_BYTES / 2];
                ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
                recording.append(samples);
                chunk = in.readNBytes(CHUNK_BYTES);
            }
        } catch (IOException closed) {
            // The recording ends with the program.
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Recording recording() {
        return recording;
    }

    @Override
    public void listen(Duration atMost) {
        long millis = Math.min(LONGEST_WAIT_MILLIS, atMost.toMillis());
        try {
            recording.awaitLongerThan(recording.size(), millis);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        recorder.destroy();
        try {
            recorder.waitFor();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
