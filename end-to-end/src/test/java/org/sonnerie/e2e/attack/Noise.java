package org.sonnerie.e2e.attack;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bytes that mean nothing, sent to ports that are open; by a seed. */
public final class Noise {
    private static final int CONNECT_MILLIS = 2000;

    private final Random random;

    /**
     * A source of noise.
     *
     * @param seed the same seed, the same bytes
     */
    public Noise(long seed) {
        random = new Random(seed);
    }

    /**
     * Datagrams of random bytes and lengths, some of them beginning like STUN, DTLS, RTP and SIP.
     *
     * @param port on 127.0.0.1
     * @param count how many
     * @throws IOException if not even sending works
     */
    public void datagrams(int port, int count) throws IOException {
        byte[][] beginnings = {
            {},
            {0, 1, 0, 8, 0x21, 0x12, (byte) 0xa4, 0x42},
            {22, (byte) 0xfe, (byte) 0xfd},
            {(byte) 0x80, 111},
            {(byte) 0x80, (byte) 200},
            "INVITE sip:".getBytes(StandardCharsets.US_ASCII)
        };
        for (int i = 0; i < count; i++) {
            byte[] beginning = beginnings[random.nextInt(beginnings.length)];
            byte[] bytes = new byte[beginning.length + random.nextInt(1400)];
            random.nextBytes(bytes);
            System.arraycopy(beginning, 0, bytes, 0, beginning.length);
            datagram(port, bytes);
        }
    }

    /**
     * One datagram.
     *
     * @param port on 127.0.0.1
     * @param bytes what it holds
     * @throws IOException if not even sending works
     */
    public static void datagram(int port, byte[] bytes) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress here = InetAddress.getLoopbackAddress();
            socket.send(new DatagramPacket(bytes, bytes.length, here, port));
        }
    }

    /**
     * A datagram of text.
     *
     * @param port on 127.0.0.1
     * @param text what it holds
     * @throws IOException if not even sending works
     */
    public static void datagram(int port, String text) throws IOException {
        datagram(port, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Random bytes into a TCP connection until they are all taken or it is closed.
     *
     * @param port on 127.0.0.1
     * @param length how many
     */
    public void stream(int port, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        stream(port, bytes);
    }

    /**
     * Bytes into a TCP connection until they are all taken or it is closed.
     *
     * @param port on 127.0.0.1
     * @param bytes which
     */
    public static void stream(int port, byte[] bytes) {
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (Socket socket = new Socket()) {
            socket.connect(there, CONNECT_MILLIS);
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // Refused or cut short: as it should be.
        }
    }
}
