package org.sonnerie.media.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.net.FrameReader.Progress;

class FrameReaderTest {
    private final FrameReader reader = new FrameReader();
    private final List<byte[]> packets = new ArrayList<>();

    private static byte[] packet(int length) {
        byte[] packet = new byte[length];
        new Random(length).nextBytes(packet);
        return packet;
    }

    private static byte[] framed(byte[]... packets) {
        ByteBuffer frames = ByteBuffer.allocate(8_192);
        for (byte[] packet : packets) {
            frames.put((byte) (packet.length >> 8)).put((byte) packet.length).put(packet);
        }
        return Arrays.copyOf(frames.array(), frames.position());
    }

    private Progress comes(byte... octets) {
        ByteBuffer stream = ByteBuffer.wrap(octets);
        Progress progress = reader.next(stream);
        while (progress == Progress.PACKET) {
            packets.add(Arrays.copyOf(reader.packet(), reader.length()));
            progress = reader.next(stream);
        }
        return progress;
    }

    @Test
    void aStreamCutAnywhereGivesTheSamePackets() {
        byte[][] sent = {packet(20), packet(0), packet(300), packet(1)};
        byte[] stream = framed(sent);
        for (int cut = 0; cut <= stream.length; cut++) {
            packets.clear();
            assertThat(comes(Arrays.copyOf(stream, cut))).isEqualTo(Progress.INCOMPLETE);
            assertThat(comes(Arrays.copyOfRange(stream, cut, stream.length)))
                    .isEqualTo(Progress.INCOMPLETE);
            assertThat(packets).containsExactly(sent);
        }
    }

    @Test
    void anOctetAtATimeGivesTheSamePackets() {
        byte[][] sent = {packet(0), packet(17), packet(1_500), packet(0)};
        for (byte octet : framed(sent)) {
            assertThat(comes(octet)).isEqualTo(Progress.INCOMPLETE);
        }
        assertThat(packets).containsExactly(sent);
    }

    @Test
    void thereIsRoomBehindThePacket() {
        assertThat(reader.next(ByteBuffer.wrap(framed(packet(1_500))))).isEqualTo(Progress.PACKET);
        assertThat(reader.packet().length - reader.length()).isGreaterThanOrEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_501, 2_048, 32_768, 65_535})
    void whatIsTooLongIsRefusedByItsLengthAlone(int length) {
        comes(framed(packet(5)));

        assertThat(comes((byte) (length >> 8), (byte) length)).isEqualTo(Progress.TOO_LONG);
        assertThat(packets).containsExactly(packet(5));
    }

    @Test
    void whatFollowsSomethingTooLongIsNotRead() {
        assertThat(comes((byte) 0x7f, (byte) 0xff)).isEqualTo(Progress.TOO_LONG);

        assertThat(comes(framed(packet(5)))).isEqualTo(Progress.TOO_LONG);
        assertThat(packets).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n", "SSH-2.0-x\r\n", "\u0016\u0003\u0001"})
    void whatOthersBeginWithIsTooLong(String greeting) {
        byte[] octets = greeting.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(comes(octets)).isEqualTo(Progress.TOO_LONG);
    }
}
