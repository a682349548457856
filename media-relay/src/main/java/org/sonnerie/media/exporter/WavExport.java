package org.sonnerie.media.exporter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.sonnerie.media.api.ExportedSound;
import org.sonnerie.media.api.SoundExporter;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.ogg.OggOpusStream;
import org.sonnerie.media.ogg.TwoStreams;
import org.sonnerie.media.recorder.Recording;

/** Decodes the relay's recordings at the rate they were made at. */
public final class WavExport implements SoundExporter {
    private static final int TICKS_A_SAMPLE = 48_000 / Recording.SAMPLE_RATE_HZ;

    private final SoundFiles files;

    /**
     * Of what is somewhere.
     *
     * @param files where it is
     */
    public WavExport(SoundFiles files) {
        this.files = files;
    }

    /**
     * What is heard of a file.
     *
     * @param files where it is
     * @param file which
     * @param channels 1 or 2
     * @param samples of each channel
     */
    record Content(SoundFiles files, Path file, int channels, long samples)
            implements ExportedSound {
        @Override
        public long octets() {
            return WavHeader.LENGTH + samples * channels * Short.BYTES;
        }

        @Override
        public InputStream open() throws IOException {
            return new WavStream(OggOpusStream.open(files.open(file)), this);
        }
    }

    @Override
    public ExportedSound wav(Path oggOpus) throws IOException {
        try (OggOpusStream stream = OggOpusStream.open(files.open(oggOpus))) {
            long packed = 0;
            Optional<byte[]> packet = stream.next();
            while (packet.isPresent()) {
                packed += ticks(packet.get(), stream.twoStreams());
                packet = stream.next();
            }
            long heard = Math.min(stream.granule(), packed) - stream.preSkip();
            int channels = stream.twoStreams() ? 2 : 1;
            long samples = Math.max(0, heard / TICKS_A_SAMPLE);
            return new Content(
                    files, oggOpus, channels, Math.min(samples, WavHeader.mostSamples(channels)));
        }
    }

    /** How long a packet sounds; what is broken counts as the 20 ms that it is made to be. */
    private static int ticks(byte[] packet, boolean twoStreams) {
        Codec codec = Codec.opus(Recording.SAMPLE_RATE_HZ);
        // Both packets of two streams are of the same time, and the first begins as it does alone.
        int length = twoStreams ? Math.min(1, packet.length) : packet.length;
        int ticks = codec.ticks(packet, 0, length);
        return ticks > 0 ? ticks : codec.ticksPerFrame();
    }

    /** Of a packet of two streams each; of one that is broken nothing. */
    static byte[][] split(byte[] packet, int channels) {
        if (channels == 1) {
            return new byte[][] {packet};
        }
        try {
            return TwoStreams.split(packet);
        } catch (IllegalArgumentException broken) {
            return new byte[][] {{}, {}};
        }
    }
}
