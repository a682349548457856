package org.sonnerie.trunk.runtime;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.fake.KnownPassword;
import org.sonnerie.trunk.fake.Peer;
import org.sonnerie.trunk.sip.Vectors;

/**
 * A carrier that many a real one is made of: kamailio, with one customer (registrar.cfg). Ended
 * with its processes by {@link #close}.
 */
final class Kamailio implements AutoCloseable {
    /** The customer's public number. */
    static final String NUMBER = "+15550100101";

    static final String PASSWORD = "open sesame";
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final int ATTEMPTS = 3;
    private static final int PATIENCE_SECONDS = 20;

    private final Peer process;
    private final int port;

    private Kamailio(Peer process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param folder for its files
     * @param algorithm of its challenges
     * @param network the port of the public network behind it, on 127.0.0.1
     */
    static Kamailio start(Path folder, String algorithm, int network) throws IOException {
        String program = Peer.find("kamailio").orElseThrow().toString();
        String text = new String(Vectors.read("kamailio/registrar.cfg"), StandardCharsets.UTF_8);
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = Bench.freePort();
            Path file = folder.resolve("kamailio-" + port + ".cfg");
            Files.writeString(
                    file,
                    text.replace("@PORT@", Integer.toString(port))
                            .replace("@NETWORK@", Integer.toString(network))
                            .replace("@ALGORITHM@", algorithm)
                            .replace("@NUMBER@", NUMBER)
                            .replace("@PASSWORD@", PASSWORD));
            String place = folder.toString();
            List<String> command =
                    List.of(
                            program,
                            "-DD",
                            "-E",
                            "-f",
                            file.toString(),
                            "-m",
                            "32",
                            "-M",
                            "4",
                            "-Y",
                            place,
                            "-w",
                            place);
            Kamailio started = new Kamailio(Peer.start(folder, command), port);
            if (started.answers()) {
                return started;
            }
            // Somebody took the port between the question and the start.
            started.close();
        }
        throw new IllegalStateException("kamailio does not start");
    }

    private boolean answers() throws IOException {
        byte[] question =
                Vectors.message(
                        "OPTIONS sip:carrier.test SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1;rport;"
                                + "branch=z9hG4bKready\nFrom: <sip:t@127.0.0.1>;tag=1\n"
                                + "To: <sip:carrier.test>\nCall-ID: ready\nCSeq: 1 OPTIONS\n"
                                + "Max-Forwards: 9\nContent-Length: 0\n\n");
        try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
            socket.setSoTimeout(100);
            for (int i = 0; process.runs() && i < PATIENCE_SECONDS * 10; i++) {
                socket.send(
                        new DatagramPacket(
                                question, question.length, new InetSocketAddress(HERE, port)));
                try {
                    socket.receive(new DatagramPacket(new byte[2_000], 2_000));
                    return true;
                } catch (SocketTimeoutException e) {
                    // Not yet: asked again.
                }
            }
        }
        return false;
    }

    int port() {
        return port;
    }

    /** The customer's account as the bridge is told of it. */
    TrunkAccount account(Transport transport, String password) {
        return Bench.registering(
                transport,
                port,
                new TrunkAccount.Registration(
                        "pbx",
                        Optional.of("branch7"),
                        new KnownPassword(password),
                        Optional.of("carrier.test"),
                        Optional.of("carrier.test"),
                        60));
    }

    /** Everything it printed. */
    String output() {
        return process.output();
    }

    /** Of how many requests it noted something; one that came twice counts once. */
    long noted(String what) {
        return output().lines()
                .filter(line -> line.contains("NOTE " + what))
                .map(line -> line.substring(line.indexOf("NOTE ")))
                .distinct()
                .count();
    }

    /** Waits until it noted something so often. */
    void awaitNoted(String what, int times) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (noted(what) < times) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not " + times + " times \"" + what + "\": " + output());
            }
            LockSupport.parkNanos(10_000_000L);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
