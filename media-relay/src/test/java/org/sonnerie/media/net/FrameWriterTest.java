package org.sonnerie.media.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    private final Slow stream = new Slow();
    private final FrameWriter writer = new FrameWriter(stream);

    /** Takes so many octets at most each time. */
    private static final class Slow implements WritableByteChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int atOnce = Integer.MAX_VALUE;
        private boolean broken;

        @Override
        public int write(ByteBuffer from) throws IOException {
            if (broken) {
                throw new IOException("broken");
            }
            byte[] part = new byte[Math.min(atOnce, from.remaining())];
            from.get(part);
            taken.writeBytes(part);
            return part.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static byte[] packet(int number, int length) {
        byte[] packet = new byte[length];
        Arrays.fill(packet, (byte) number);
        return packet;
    }

    private List<byte[]> arrived() {
        FrameReader reader = new FrameReader();
        ByteBuffer all = ByteBuffer.wrap(stream.taken.toByteArray());
        List<byte[]> packets = new ArrayList<>();
        while (reader.next(all) == FrameReader.Progress.PACKET) {
            packets.add(Arrays.copyOf(reader.packet(), reader.length()));
        }
        return packets;
    }

    @Test
    void writesTheLengthAndThePacket() throws IOException {
        assertThat(writer.write(new byte[] {9, 1, 2, 3, 9}, 1, 3)).isTrue();
        assertThat(writer.write(packet(7, 0x0203), 0, 0x0203)).isTrue();

        byte[] octets = stream.taken.toByteArray();
        assertThat(Arrays.copyOf(octets, 8)).containsExactly(0, 3, 1, 2, 3, 2, 3, 7);
        assertThat(octets).hasSize(5 + 2 + 0x0203);
    }

    @Test
    void whatIsTakenInPiecesArrivesWhole() throws IOException {
        stream.atOnce = 7;
        for (int i = 0; i < 10; i++) {
            assertThat(writer.write(packet(i, 40), 0, 40)).isTrue();
        }
        for (int i = 0; i < 100; i++) {
            writer.flush();
        }

        assertThat(arrived()).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(arrived().get(i)).isEqualTo(packet(i, 40));
        }
    }

    @Test
    void whoIsTooSlowLosesWholePacketsOnly() throws IOException {
        stream.atOnce = 1;
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            boolean kept = writer.write(packet(taken % 128, 110), 0, 110);
            taken += kept ? 1 : 0;
            refused += kept ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(900);
        assertThat(taken).isGreaterThanOrEqualTo(FrameWriter.WAITING_BYTES / 112);

        stream.atOnce = Integer.MAX_VALUE;
        writer.flush();
        assertThat(arrived()).hasSize(taken);
        for (int i = 0; i < taken; i++) {
            assertThat(arrived().get(i)).isEqualTo(packet(i % 128, 110));
        }
    }

    @Test
    void theLargestPacketOfOursAlwaysFitsOnceAllIsWritten() throws IOException {
        stream.atOnce = 0;
        int size = UdpSocket.MAX_DATAGRAM_BYTES;
        assertThat(writer.write(packet(1, size), 0, size)).isTrue();
        assertThat(writer.write(packet(2, size), 0, size)).isTrue();
        assertThat(writer.write(packet(3, size), 0, size)).isFalse();

        stream.atOnce = Integer.MAX_VALUE;
        assertThat(writer.write(packet(4, size), 0, size)).isTrue();
        assertThat(arrived()).containsExactly(packet(1, size), packet(2, size), packet(4, size));
    }

    @Test
    void aBrokenStreamIsSaid() {
        stream.broken = true;
        assertThatThrownBy(() -> writer.write(packet(1, 1), 0, 1)).isInstanceOf(IOException.class);
    }
}
