package org.sonnerie.e2e.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sonnerie.e2e.product.Child;
import org.sonnerie.e2e.product.Sonnerie;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Voice;

/** A real sipp: runs one of the scenarios beside this class once. It cannot record. */
public final class Sipp implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Child child;

    private Sipp(Child child) {
        this.child = child;
    }

    /**
     * Places a call, says a voice in µ-law and waits until the other side hangs up.
     *
     * @param number whom
     * @param sipPort of the product
     * @param voice what it says
     * @return to be closed
     */
    public static Sipp calling(String number, int sipPort, Voice voice) {
        return start("caller", number, sipPort, voice);
    }

    private static Sipp start(String scenario, String number, int sipPort, Voice voice) {
        try {
            Path folder = Files.createTempDirectory("sipp");
            Files.write(folder.resolve("voice.ul"), encoded(voice));
            Path file = folder.resolve(scenario + ".xml");
            try (InputStream in = Sipp.class.getResourceAsStream(scenario + ".xml")) {
                if (in == null) {
                    throw new IllegalArgumentException("no scenario " + scenario);
                }
                Files.copy(in, file);
            }
            List<String> command =
                    List.of(
                            "sipp",
                            "127.0.0.1:" + sipPort,
                            "-sf",
                            file.toString(),
                            "-s",
                            number,
                            "-i",
                            "127.0.0.1",
                            "-p",
                            "" + Sonnerie.freeUdpPort(),
                            "-mi",
                            "127.0.0.1",
                            "-mp",
                            "" + Sonnerie.freeUdpPort(),
                            "-m",
                            "1",
                            "-nd",
                            "-deadcall_wait",
                            "0",
                            "-nostdin");
            return new Sipp(Child.start(folder, folder.resolve("log"), Map.of(), command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(Voice voice) {
        short[] samples = voice.samples(8000);
        byte[] out = new byte[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = G711.PCMU.encode(samples[i]);
        }
        return out;
    }

    /** Waits for the end of the scenario, which must have gone as written. */
    public void awaitSuccess() {
        int exit = child.awaitEnd(LIMIT);
        if (exit != 0) {
            throw new AssertionError("sipp ended with " + exit + "\n" + child.printed());
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
