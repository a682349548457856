package org.sonnerie.media.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.codec.OpusSettings;
import org.sonnerie.media.fake.Chirps;
import org.sonnerie.media.fake.Likeness;
import org.sonnerie.media.fake.PlaceKeys;
import org.sonnerie.media.ogg.OggOpusWriter;

/** Recorded sounds in programmes; files are read when the test says so. */
class RecordedFilesTest {
    private static final int RATE_HZ = 8_000;
    private static final int SECONDS = 3;

    @TempDir private Path folder;
    private final Deque<Runnable> reads = new ArrayDeque<>();
    private final AtomicInteger unreadable = new AtomicInteger();
    private final SoundLibrary library =
            SoundLibrary.load(reads::add, unreadable::incrementAndGet, PlaceKeys.inClear());

    private void read() {
        while (!reads.isEmpty()) {
            reads.removeFirst().run();
        }
    }

    private static List<byte[]> packets(long seed) {
        Codec codec = Codec.opus(16_000);
        short[] said = Chirps.samples(seed, 16_000, SECONDS);
        List<byte[]> packets = new ArrayList<>();
        byte[] out = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
        try (AudioEncoder encoder = codec.newEncoder(OpusSettings.STORED_VOICE)) {
            for (int i = 0; i < said.length; i += 320) {
                int length = encoder.encode(Arrays.copyOfRange(said, i, i + 320), out, 0);
                packets.add(Arrays.copyOf(out, length));
            }
        }
        return packets;
    }

    private Sound.Recorded file(String name, List<byte[]> packets) throws IOException {
        return file(name, packets, (packets.size() - 1) * 960L);
    }

    private Sound.Recorded file(String name, List<byte[]> packets, long samples)
            throws IOException {
        OggOpusWriter writer = new OggOpusWriter(1, AudioEncoder.OPUS_LOOKAHEAD_SAMPLES, 16_000);
        packets.subList(0, packets.size() - 1).forEach(writer::packet);
        writer.end(packets.getLast(), samples);
        return stored(name, writer.take());
    }

    private Sound.Recorded stored(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        return new Sound.Recorded(file.toString());
    }

    private ProgrammePlayer player(AudioCodec codec, Sound... sounds) {
        return new ProgrammePlayer(library, List.of(sounds), false, codec);
    }

    /** What is heard until the end. */
    private static short[] heard(ProgrammePlayer player, AudioCodec name) {
        Codec codec = Codec.of(name, RATE_HZ);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        short[] pcm = new short[codec.samplesPerPacketAtMost()];
        try (AudioDecoder decoder = codec.newDecoder()) {
            for (int tick = 0; player.next(tick); tick++) {
                int count =
                        decoder.decode(
                                player.payload(),
                                player.payloadOffset(),
                                player.payloadLength(),
                                pcm);
                assertThat(count).isEqualTo(codec.samplesPerFrame());
                for (int i = 0; i < count; i++) {
                    all.write(pcm[i] >> 8);
                    all.write(pcm[i]);
                }
            }
        }
        byte[] octets = all.toByteArray();
        short[] samples = new short[octets.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((octets[2 * i] << 8) | (octets[2 * i + 1] & 0xFF));
        }
        return samples;
    }

    private static void assertHeard(short[] heard, int fromFrame, long seed) {
        short[] said = Chirps.samples(seed, RATE_HZ, SECONDS);
        for (int second = 0; second < SECONDS - 1; second++) {
            int at = second * RATE_HZ + 500;
            Likeness.Match match =
                    Likeness.find(heard, fromFrame * 160 + at, 4_000, said, at - 200, at + 200);
            assertThat(match.correlation()).isGreaterThan(0.8);
        }
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void aFileIsHeardInItsPlaceWithoutAGap(AudioCodec codec) throws IOException {
        Sound first = file("a", packets(1));
        Sound second = file("b", packets(2));
        ProgrammePlayer player =
                player(codec, new Sound.Pause(100), first, new Sound.Pause(60), second);
        read();
        assertThat(player.next(0)).isTrue();
        for (int tick = 1; tick < 5; tick++) {
            assertThat(player.next(tick)).isTrue();
        }
        assertThat(player.next(5)).isTrue();
        read();

        short[] heard = heard(player, codec);

        int frames = SECONDS * 50 - (codec == AudioCodec.OPUS ? 0 : 1);
        assertThat(heard).hasSize((frames - 1 + 3 + frames) * 160);
        assertHeard(heard, -1, 1);
        assertHeard(heard, frames - 1 + 3, 2);
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void aFileThatIsNotReadYetIsWaitedForInSilence(AudioCodec codec) throws IOException {
        ProgrammePlayer player = player(codec, file("a", packets(1)));
        for (int tick = 0; tick < 30; tick++) {
            assertThat(player.next(tick)).isTrue();
        }

        read();

        assertHeard(heard(player, codec), 0, 1);
    }

    @Test
    void theNextFileIsReadWhileOneIsPlayedAndNoneIsReadTwiceAtATime() throws IOException {
        ProgrammePlayer player =
                player(
                        AudioCodec.OPUS,
                        file("a", packets(1)),
                        file("b", packets(2)),
                        file("c", packets(3)));
        assertThat(reads).hasSize(1);
        read();

        assertThat(player.next(0)).isTrue();
        assertThat(reads).hasSize(1);
        assertThat(player.next(1)).isTrue();
        assertThat(reads).hasSize(1);
    }

    @Test
    void aProgrammeIsRepeatedWithItsFiles() throws IOException {
        Sound file = file("a", packets(1));
        ProgrammePlayer player = new ProgrammePlayer(library, List.of(file), true, AudioCodec.PCMA);
        read();

        for (int tick = 0; tick < 1_000; tick++) {
            assertThat(player.next(tick)).isTrue();
        }
        assertThat(reads).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void whatCannotBeReadIsATenthOfASecondOfSilenceAndCounted(AudioCodec codec) throws IOException {
        Sound missing = new Sound.Recorded(folder.resolve("missing").toString());
        Sound text = stored("text", new byte[] {'O', 'g', 'g', 'S', 1, 2, 3});
        Sound itsFolder = new Sound.Recorded(folder.toString());
        for (Sound sound : List.of(missing, text, itsFolder)) {
            int before = unreadable.get();
            ProgrammePlayer player = player(codec, sound);
            read();
            short[] heard = heard(player, codec);
            assertThat(heard).hasSize(5 * 160);
            for (short sample : heard) {
                assertThat(Math.abs(sample)).isLessThan(20);
            }
            assertThat(unreadable).hasValue(before + 1);
        }
    }

    @Test
    void aFileThatWasCutOffIsHeardToItsLastSecond() throws IOException {
        Sound.Recorded file = file("a", packets(1));
        byte[] content = Files.readAllBytes(Path.of(file.file()));
        Sound cut = stored("cut", Arrays.copyOf(content, content.length - 1));
        ProgrammePlayer player = player(AudioCodec.PCMU, cut);
        read();

        short[] heard = heard(player, AudioCodec.PCMU);

        assertThat(heard.length).isBetween(99 * 160, 100 * 160);
        assertHeard(heard, 0, 1);
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void packetsOfAnotherLengthAreMadeIntoFrames(AudioCodec codec) throws IOException {
        List<byte[]> frames = packets(1);
        List<byte[]> pairs = new ArrayList<>();
        for (int i = 0; i < frames.size(); i += 2) {
            pairs.add(pair(frames.get(i), frames.get(i + 1)));
        }
        ProgrammePlayer player = player(codec, file("pairs", pairs, 144_000 - 960));
        read();

        short[] heard = heard(player, codec);

        assertThat(heard).hasSize(149 * 160);
        assertHeard(heard, 0, 1);
    }

    /** Two frames in one packet (RFC 6716 section 3.2.4). */
    private static byte[] pair(byte[] one, byte[] other) {
        assertThat(one[0]).as("the same configuration").isEqualTo(other[0]);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(one[0] | 2);
        int length = one.length - 1;
        if (length >= 252) {
            packet.write(252 + (length & 3));
            packet.write((length - 252) >> 2);
        } else {
            packet.write(length);
        }
        packet.write(one, 1, length);
        packet.write(other, 1, other.length - 1);
        return packet.toByteArray();
    }

    @Test
    void aRoomHearsAFileToo() throws IOException {
        RoomPlayer player = new RoomPlayer(library, List.of(file("a", packets(1))), 16_000);
        read();
        short[] said = Chirps.samples(1, 16_000, SECONDS);
        short[] heard = new short[said.length];
        short[] pcm = new short[320];
        int frames = 0;
        while (player.next(frames, pcm)) {
            System.arraycopy(pcm, 0, heard, frames++ * 320, 320);
        }

        assertThat(frames).isEqualTo(149);
        Likeness.Match match = Likeness.find(heard, 8_000, 8_000, said, 7_900, 8_100);
        assertThat(match.correlation()).isGreaterThan(0.9);
        assertThat(match.lag()).isBetween(7_998, 8_002);
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void whatIsHeardOverAndOverIsReadOnceForAllWhoHearIt(AudioCodec codec) throws IOException {
        List<Sound> music = List.of(file("music.opus", packets(7)));
        ProgrammePlayer one = new ProgrammePlayer(library, music, true, codec);
        ProgrammePlayer other = new ProgrammePlayer(library, music, true, codec);
        assertThat(reads).hasSize(1);
        read();

        assertThat(one.next(0)).isTrue();
        assertThat(other.next(0)).isTrue();
        assertThat(other.payload()).as("the same octets").isSameAs(one.payload());
        for (int tick = 1; tick < 2 * SECONDS * Codec.FRAMES_PER_SECOND; tick++) {
            assertThat(one.next(tick)).as("from the first again").isTrue();
        }
    }

    @Test
    void whatIsHeardOnceIsReadForEachWhoHearsIt() throws IOException {
        Sound message = file("message.opus", packets(7));
        player(AudioCodec.PCMU, message);
        player(AudioCodec.PCMU, message);

        assertThat(reads).hasSize(2);
    }
}
