package org.sonnerie.trunk.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Wire fixtures, named after the RFC they come from. */
public final class Vectors {
    private Vectors() {}

    /** Reads one file of the test resources. */
    public static byte[] read(String path) {
        try (InputStream in = Vectors.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no such fixture: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The octets of a message written with line feeds. */
    public static byte[] message(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
