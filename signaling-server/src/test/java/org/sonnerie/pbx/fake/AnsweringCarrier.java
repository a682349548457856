package org.sonnerie.pbx.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A carrier that answers each question of SIP with one status.
 *
 * @param socket where it hears
 * @param status what it answers
 */
public record AnsweringCarrier(DatagramSocket socket, int status) implements AutoCloseable {
    public static AnsweringCarrier with(int status) throws SocketException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        AnsweringCarrier answering = new AnsweringCarrier(socket, status);
        Thread.ofVirtual().start(answering::answer);
        return answering;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void answer() {
        try {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(new byte[4_000], 4_000);
                socket.receive(packet);
                packet.setData(
                        answer(
                                        new String(
                                                packet.getData(),
                                                0,
                                                packet.getLength(),
                                                StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
                socket.send(packet);
            }
        } catch (IOException e) {
            assertThat(socket.isClosed()).as("%s", e).isTrue();
        }
    }

    private String answer(String question) {
        return "SIP/2.0 "
                + status
                + " So\r\n"
                + question.lines()
                        .filter(line -> line.matches("(Via|From|To|Call-ID|CSeq):.*"))
                        .map(line -> line.startsWith("To:") ? line + ";tag=a" : line)
                        .collect(Collectors.joining("\r\n"))
                + "\r\nContent-Length: 0\r\n\r\n";
    }

    @Override
    public void close() {
        socket.close();
    }
}
