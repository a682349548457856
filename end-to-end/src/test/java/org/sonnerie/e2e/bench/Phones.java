package org.sonnerie.e2e.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sonnerie.e2e.product.Sonnerie;

/** Many phones without a browser: end-to-end/bench/phones.mjs in a process of its own. */
final class Phones implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final List<Double> speechBegan = new ArrayList<>();

    private Phones(Process process) {
        this.process = process;
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static Phones start(String address, String scenario, int count) {
        ProcessBuilder builder =
                new ProcessBuilder("node", "phones.mjs", address, scenario, "" + count);
        builder.directory(Sonnerie.root().resolve("end-to-end/bench").toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            return new Phones(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("node does not start", e);
        }
    }

    /** Waits for a line with this member; its value may be an object or anything else. */
    JsonObject await(String member) {
        try {
            while (true) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IllegalStateException("the phones ended before " + member);
                }
                JsonObject said = JsonParser.parseString(line).getAsJsonObject();
                if (said.has("speechBegan")) {
                    speechBegan.add(said.get("speechBegan").getAsDouble());
                }
                if (said.has(member)) {
                    return said;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the speech began, each time it was said, in milliseconds since 1970. */
    List<Double> speechBegan() {
        return List.copyOf(speechBegan);
    }

    /** Tells them to stop; what they measured. */
    JsonObject finish() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return await("result").getAsJsonObject("result");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
