package org.sonnerie.trunk.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.fake.Peer;
import org.sonnerie.trunk.sip.Vectors;

/** How sipp is called. */
final class Sipp {
    private Sipp() {}

    /** Starts it on a port of its own. */
    static Peer start(Path folder, Transport transport, int port, String... arguments) {
        List<String> command = new ArrayList<>(List.of("sipp"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-i", "127.0.0.1", "-p", Integer.toString(port)));
        command.addAll(List.of("-mp", Integer.toString(Bench.freePort())));
        command.addAll(List.of("-t", transport == Transport.TCP ? "t1" : "u1"));
        command.addAll(List.of("-nostdin", "-timeout", "25", "-trace_err"));
        return Peer.start(folder, command);
    }

    /** Puts a scenario of the test resources where sipp finds it. */
    static String scenario(Path folder, String name) {
        try {
            Path file = folder.resolve(name + ".xml");
            Files.write(file, Vectors.read("sipp/" + name + ".xml"));
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
