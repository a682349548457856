package org.sonnerie.media.player;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.DamagedSoundException;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.ogg.OggOpus;

/**
 * Reads recorded sounds from files, as far as they are undamaged and not longer than an hour. What
 * cannot be read, as the two channels of a recorded call, is a short silence. Thread safe; the
 * reading itself blocks.
 */
final class RecordedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedFiles.class);

    /** More than an hour as the recorder writes it. */
    private static final int MOST_OCTETS = 16 << 20;

    private static final int MOST_FRAMES = 3_600 * Codec.FRAMES_PER_SECOND;
    static final int UNREADABLE_FRAMES = 5;
    private static final int PLAIN_RATE_HZ = 16_000;
    private static final int FILE_RATE_HZ = 48_000;

    private final Executor readers;
    private final Runnable unreadable;
    private final SoundFiles files;

    RecordedFiles(Executor readers, Runnable unreadable, SoundFiles files) {
        this.files = files;
        this.readers = readers;
        this.unreadable = unreadable;
    }

    /** Reads on a thread that may block; {@code nothing} where there is nothing to be read. */
    <T extends Playable> Function<Sound.Recorded, CompletableFuture<T>> reader(
            Function<OggOpus, T> maker, T nothing) {
        return sound ->
                CompletableFuture.supplyAsync(() -> read(sound).map(maker).orElse(nothing), readers)
                        .exceptionally(defect -> {
                            LOG.error("a recorded sound was not read", defect);
                            unreadable.run();
                            return nothing;
                        });
    }

    /** A file in a codec: its own packets where they can be sent as they are. */
    static EncodedSound encoded(OggOpus file, AudioCodec name) {
        List<byte[]> packets = file.packets();
        if (name == AudioCodec.OPUS && packets.stream().allMatch(RecordedFiles::isPlayable)) {
            List<byte[]> played = packets.subList(0, Math.min(packets.size(), MOST_FRAMES));
            return EncodedSound.of(played, 0, Playable.Ending.ENDS);
        }
        Codec codec = Codec.of(name, PLAIN_RATE_HZ);
        return SoundLibrary.encode(pcm(file, codec.sampleRateHz()), codec);
    }

    /** Whether a packet can be sent as it is. */
    private static boolean isPlayable(byte[] packet) {
        return packet.length <= AudioEncoder.MAXIMAL_FRAME_LENGTH
                && ticks(packet) == Codec.opus(PLAIN_RATE_HZ).ticksPerFrame();
    }

    private static int ticks(byte[] packet) {
        return Codec.opus(PLAIN_RATE_HZ).ticks(packet, 0, packet.length);
    }

    private Optional<OggOpus> read(Sound.Recorded sound) {
        Path path = Path.of(sound.file());
        Optional<OggOpus> read = Optional.empty();
        try (InputStream in = files.open(path)) {
            read = OggOpus.read(in.readNBytes(MOST_OCTETS)).filter(file -> !file.twoStreams());
        } catch (DamagedSoundException damaged) {
            LOG.warn("a recorded sound is not played: {}", damaged.getMessage());
        } catch (IOException refused) {
            LOG.debug("a recorded sound cannot be read", refused);
        }
        if (read.isEmpty()) {
            unreadable.run();
        }
        return read;
    }

    /**
     * A file as samples, without the pre-skip, and no longer than its end says (RFC 7845 sections
     * 4.2 and 4.4).
     */
    static PcmSound pcm(OggOpus file, int sampleRateHz) {
        Codec codec = Codec.opus(sampleRateHz);
        int frame = codec.samplesPerFrame();
        int skipped = samples(file.preSkip(), sampleRateHz);
        long packed = file.packets().stream().mapToLong(RecordedFiles::ticks).sum();
        long heard = Math.min(file.samples(), Math.max(0, packed - file.preSkip()));
        int wanted = (int) Math.min((long) MOST_FRAMES * frame, samples(heard, sampleRateHz));
        short[] all = decode(file.packets(), codec, skipped + wanted);
        short[] samples = new short[Math.ceilDiv(wanted, frame) * frame];
        System.arraycopy(all, skipped, samples, 0, wanted);
        return new PcmSound(samples, frame, 0, Playable.Ending.ENDS);
    }

    private static int samples(long ofFile, int sampleRateHz) {
        return Math.toIntExact(ofFile / (FILE_RATE_HZ / sampleRateHz));
    }

    private static short[] decode(List<byte[]> packets, Codec codec, int wanted) {
        short[] all = new short[wanted];
        short[] decoded = new short[codec.samplesPerPacketAtMost()];
        int filled = 0;
        try (AudioDecoder decoder = codec.newDecoder()) {
            for (int i = 0; i < packets.size() && filled < wanted; i++) {
                byte[] packet = packets.get(i);
                int made = decoder.decode(packet, 0, packet.length, decoded);
                int kept = Math.min(made > 0 ? made : decoder.conceal(decoded), wanted - filled);
                System.arraycopy(decoded, 0, all, filled, kept);
                filled += kept;
                letOthersOn(i);
            }
        }
        return all;
    }

    /** A minute takes 50 ms: a virtual thread is never interrupted, it must offer to wait. */
    private static void letOthersOn(int packet) {
        if (packet % Codec.FRAMES_PER_SECOND == 0) {
            LockSupport.parkNanos(1);
        }
    }
}
