package org.sonnerie.media.ogg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OggOpusTest {
    private static final int PRE_SKIP = 312;
    private static final int SAMPLES = 960;

    /** Of all sizes, those at which the lacing changes among them. */
    private static List<byte[]> packets(int number) {
        Random random = new Random(number);
        int[] sizes = {1, 254, 255, 256, 509, 510, 511, 1_000};
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            byte[] packet = new byte[i < sizes.length ? sizes[i] : 1 + random.nextInt(120)];
            random.nextBytes(packet);
            packets.add(packet);
        }
        return packets;
    }

    /** All but the last are heard. */
    private static byte[] file(List<byte[]> packets) {
        OggOpusWriter writer = new OggOpusWriter(0x01020304, PRE_SKIP, 16_000);
        int heard = packets.size() - 1;
        packets.subList(0, heard).forEach(writer::packet);
        writer.end(packets.getLast(), (long) heard * SAMPLES);
        return writer.take();
    }

    private static OggOpus read(byte[] file) {
        return OggOpus.read(file).orElseThrow();
    }

    @Test
    void theHeadersAreAsTheRfcDrawsThem() {
        byte[] pages = new OggOpusWriter(0x01020304, PRE_SKIP, 16_000).take();

        byte[] head = HexFormat.of().parseHex("4f7075734865616401013801803e0000000000");
        byte[] tags = "OpusTags\10\0\0\0Sonnerie\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream wanted = new ByteArrayOutputStream();
        wanted.writeBytes(withSerial(Page.make(2, 0, 0, new int[] {19}, head)));
        wanted.writeBytes(withSerial(Page.make(0, 0, 1, new int[] {24}, tags)));
        assertThat(pages).isEqualTo(wanted.toByteArray());
    }

    private static byte[] withSerial(byte[] page) {
        System.arraycopy(new byte[] {4, 3, 2, 1, page[18], 0, 0, 0, 0, 0, 0, 0}, 0, page, 14, 12);
        long checksum = Page.remainder(page);
        for (int i = 0; i < 4; i++) {
            page[22 + i] = (byte) (checksum >> (8 * i));
        }
        return page;
    }

    @Test
    void thePagesAreOfASecondAtMostAndCountTheSamplesThatEndOnThem() {
        List<Page> pages = Page.all(file(packets(121)));

        assertThat(pages).extracting(Page::flags).containsExactly(2, 0, 0, 0, 4);
        assertThat(pages).extracting(Page::sequence).containsExactly(0, 1, 2, 3, 4);
        assertThat(pages).extracting(Page::packets).containsExactly(1L, 1L, 50L, 50L, 21L);
        assertThat(pages)
                .extracting(Page::granule)
                .containsExactly(0L, 0L, 48_000L, 96_000L, 120L * SAMPLES + PRE_SKIP);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.checksum()).isEqualTo(page.remainder()));
    }

    @Test
    void aPageIsGivenOutAsSoonAsASecondIsThere() {
        OggOpusWriter writer = new OggOpusWriter(1, PRE_SKIP, 16_000);
        writer.take();
        List<byte[]> packets = packets(51);
        packets.subList(0, 49).forEach(writer::packet);
        assertThat(writer.take()).isEmpty();

        writer.packet(packets.get(49));

        assertThat(Page.all(writer.take()))
                .singleElement()
                .extracting(Page::granule)
                .isEqualTo(48_000L);
    }

    @Test
    void largePacketsMakeShorterPages() {
        List<byte[]> large = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            large.add(new byte[10_000]);
        }

        byte[] file = file(large);

        assertThat(Page.all(file))
                .allSatisfy(page -> assertThat(page.lacing()).hasSizeLessThanOrEqualTo(255));
        assertThat(read(file).packets()).hasSize(20);
        assertThat(read(file).whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 50, 51, 52, 100, 101, 333})
    void whatWasWrittenIsReadAgain(int number) {
        List<byte[]> packets = packets(number);

        OggOpus read = read(file(packets));

        assertThat(read.packets()).containsExactlyElementsOf(packets);
        assertThat(read.preSkip()).isEqualTo(PRE_SKIP);
        assertThat(read.samples()).isEqualTo((number - 1L) * SAMPLES);
        assertThat(read.whole()).isTrue();
    }

    @Test
    void aFileThatIsCutAnywhereIsReadToItsLastWholePage() {
        List<byte[]> packets = packets(170);
        byte[] file = file(packets);
        int[] ends = ends(file);

        for (int cut = 0; cut < file.length; cut++) {
            byte[] rest = Arrays.copyOf(file, cut);
            if (cut < ends[1]) {
                assertThat(OggOpus.read(rest)).isEmpty();
                continue;
            }
            OggOpus read = read(rest);
            int pages = 0;
            while (ends[2 + pages] <= cut) {
                pages++;
            }
            assertThat(read.packets()).hasSize(50 * pages);
            assertThat(read.samples()).isEqualTo(Math.max(0, 48_000L * pages - PRE_SKIP));
            assertThat(read.whole()).isFalse();
        }
    }

    private static int[] ends(byte[] file) {
        int[] ends = Page.all(file).stream().mapToInt(p -> p.octets().content().length).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        return ends;
    }

    @Test
    void nothingIsTakenFromADamagedPageOrWhatFollowsIt() {
        List<byte[]> packets = packets(120);
        byte[] file = file(packets);
        int[] ends = ends(file);
        Random random = new Random(5);

        for (int at = 0; at < file.length; at++) {
            byte[] damaged = file.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            int pages = 0;
            while (ends[pages] <= at) {
                pages++;
            }
            int left = Math.max(0, pages - 2) * 50;
            assertThat(OggOpus.read(damaged).map(OggOpus::packets).orElse(List.of()))
                    .containsExactlyElementsOf(packets.subList(0, left));
        }
    }

    @Test
    void aPacketMayGoOnOverPages() {
        byte[] begins = new byte[255];
        byte[] ends = {1, 2, 3, 4};
        OggOpusWriter headers = new OggOpusWriter(7, PRE_SKIP, 16_000);
        byte[] file =
                joined(
                        headers.take(),
                        Page.make(0, -1, 2, new int[] {255}, begins),
                        Page.make(1 | 4, 960, 3, new int[] {3, 1}, ends));

        assertThat(read(file).packets())
                .containsExactly(joined(begins, new byte[] {1, 2, 3}), new byte[] {4});
        assertThat(read(file).samples()).isEqualTo(960 - PRE_SKIP);
    }

    @Test
    void aPacketWhoseBeginningIsMissingIsLeftOut() {
        OggOpusWriter headers = new OggOpusWriter(7, PRE_SKIP, 16_000);
        byte[] file =
                joined(
                        headers.take(),
                        Page.make(1, -1, 3, new int[] {255}, new byte[255]),
                        Page.make(1 | 4, 960, 4, new int[] {3, 1}, new byte[] {1, 2, 3, 4}));

        assertThat(read(file).packets()).containsExactly(new byte[] {4});
    }

    @Test
    void whatIsNotOggOpusIsNotRead() {
        assertThat(OggOpus.read(new byte[0])).isEmpty();
        assertThat(OggOpus.read("RIFF....WAVE".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        byte[] vorbis = "\1vorbis............".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(OggOpus.read(Page.make(2, 0, 0, new int[] {vorbis.length}, vorbis))).isEmpty();
    }

    @Test
    void noiseIsNotReadAndHarmsNothing() {
        Random random = new Random(9);
        byte[] file = file(packets(60));
        for (int i = 0; i < 2_000; i++) {
            byte[] noisy = file.clone();
            for (int hit = 0; hit < 20; hit++) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
            }
            assertThat(OggOpus.read(noisy).map(read -> read.packets().size()).orElse(0))
                    .isLessThanOrEqualTo(60);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
