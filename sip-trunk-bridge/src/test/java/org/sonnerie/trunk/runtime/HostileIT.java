package org.sonnerie.trunk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.sip.Vectors;

/** Noise, scanners and malformed messages at the open ports: silence or a 4xx, and life goes on. */
final class HostileIT {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static String options(int branch) {
        return "OPTIONS sip:x@127.0.0.1 SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bKh"
                + branch
                + "\nFrom: <sip:a@b>;tag=1\nTo: <sip:x@b>\nCall-ID: h"
                + branch
                + "\nCSeq: 1 OPTIONS\nContent-Length: 0\n\n";
    }

    private void send(DatagramSocket socket, byte[] octets) throws IOException {
        socket.send(
                new DatagramPacket(
                        octets,
                        octets.length,
                        new InetSocketAddress(HERE, bench.bridge.sipPort())));
    }

    private static String answer(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aScannerHearsNothing() throws IOException {
        try (DatagramSocket scanner = new DatagramSocket(0, HERE)) {
            scanner.setSoTimeout(300);
            send(scanner, Vectors.message(options(1)));
            send(scanner, new byte[] {1, 2, 3});
            assertThat(catchSilence(scanner)).isTrue();
        }
        assertThat(bench.counted("sip_dropped_strangers")).isEqualTo(2);
    }

    private static boolean catchSilence(DatagramSocket socket) throws IOException {
        try {
            answer(socket);
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Test
    void noiseFromATrunkChangesNothing() throws IOException {
        bench.configure(Bench.account(Transport.UDP, Bench.freePort()));
        Random random = new Random(4475);
        byte[] tortuous = Vectors.read("rfc4475/wsinv.dat");
        try (DatagramSocket carrier = new DatagramSocket(0, HERE)) {
            carrier.setSoTimeout(5_000);
            for (int i = 0; i < 1_500; i++) {
                byte[] noise = i % 2 == 0 ? new byte[random.nextInt(1_400)] : tortuous.clone();
                for (int k = 0; k < (i % 2 == 0 ? noise.length : 20); k++) {
                    noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
                }
                send(carrier, noise);
            }
            send(carrier, Vectors.message("INVITE sip:x@127.0.0.1 SIP/2.0\n\n"));
            String last = "";
            for (int i = 0; !last.contains("z9hG4bKh9") && i < 2_000; i++) {
                send(carrier, Vectors.message(options(9)));
                last = answer(carrier);
            }
            assertThat(last).startsWith("SIP/2.0 200 OK");
        }
        assertThat(bench.counted("sip_loop_faults")).isZero();
    }

    @Test
    void aStreamOfNoiseIsClosedAndOthersAreServed() throws IOException {
        bench.configure(Bench.account(Transport.TCP, Bench.freePort()));
        awaitConfigured();
        try (Socket noise = new Socket(HERE, bench.bridge.sipPort())) {
            noise.setSoTimeout(5_000);
            byte[] block = new byte[10_000];
            new Random(1).nextBytes(block);
            for (int i = 0; i < 4; i++) {
                noise.getOutputStream().write(block);
            }
            assertThat(ends(noise)).isTrue();
        }
        try (Socket carrier = new Socket(HERE, bench.bridge.sipPort())) {
            carrier.setSoTimeout(5_000);
            byte[] ping = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            carrier.getOutputStream().write(ping);
            assertThat(carrier.getInputStream().readNBytes(2)).containsExactly('\r', '\n');
            String message = options(3).replace("UDP", "TCP");
            carrier.getOutputStream().write(Vectors.message(message + message.replace("h3", "h4")));
            assertThat(
                            new String(
                                    carrier.getInputStream().readNBytes(14),
                                    StandardCharsets.US_ASCII))
                    .isEqualTo("SIP/2.0 200 OK");
        }
    }

    /** The gate learns of a trunk with the loop's next step: asked until it knows. */
    private void awaitConfigured() throws IOException {
        for (int i = 0; i < 100; i++) {
            try (Socket probe = new Socket(HERE, bench.bridge.sipPort())) {
                probe.setSoTimeout(200);
                probe.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                if (probe.getInputStream().readNBytes(2).length == 2) {
                    return;
                }
            } catch (IOException e) {
                // Not yet: the connection of a stranger is closed.
                bench.bridge.submit(new TrunkCommand.Ring(new TrunkCallId("none")));
            }
        }
        throw new AssertionError("the trunk never became known");
    }

    private static boolean ends(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
