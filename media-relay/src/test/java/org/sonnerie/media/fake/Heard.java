package org.sonnerie.media.fake;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.rtp.RtpPacket;
import org.sonnerie.media.rtp.TelephoneEventReceiver;

/**
 * What a peer hears: all of it and the last half second as samples, keys, and the numbers of the
 * stream.
 */
public final class Heard implements AutoCloseable {
    private static final int WINDOW = Tone.SAMPLE_RATE_HZ / 2;

    private final int keysType;
    private final AudioDecoder decoder;
    private final TelephoneEventReceiver receiver = new TelephoneEventReceiver();
    private final short[] window = new short[WINDOW];
    private final short[] decoded;
    private final Set<Integer> sources = new HashSet<>();
    private final StringBuilder keys = new StringBuilder();
    private short[] whole = new short[WINDOW];
    private int position;
    private long samples;
    private long packets;
    private long missing;
    private long backwards;
    private int lastSequence = -1;
    private int lastTimestamp;
    private @Nullable String fault;

    Heard(Codec codec, int keysType) {
        this.decoder = codec.newDecoder();
        this.decoded = new short[codec.samplesPerPacketAtMost()];
        this.keysType = keysType;
    }

    synchronized void packet(RtpPacket packet) {
        packets++;
        sources.add(packet.ssrc());
        if (lastSequence >= 0) {
            int ahead = (short) (packet.sequenceNumber() - lastSequence);
            missing += Math.max(0, ahead - 1);
            backwards += ahead <= 0 ? 1 : 0;
        }
        lastSequence = packet.sequenceNumber();
        if (packet.payloadType() == keysType) {
            char key = receiver.receive(packet);
            if (key != TelephoneEventReceiver.NOTHING) {
                keys.append(key);
            }
            return;
        }
        if (packets > 1 && packet.timestamp() - lastTimestamp < 0) {
            fault = "timestamp went back by " + (lastTimestamp - packet.timestamp());
        }
        lastTimestamp = packet.timestamp();
        int count =
                decoder.decode(
                        packet.buffer(), packet.payloadOffset(), packet.payloadLength(), decoded);
        for (int i = 0; i < count; i++) {
            window[position++ % WINDOW] = decoded[i];
        }
        position %= WINDOW;
        keep(count);
        samples += count;
    }

    private void keep(int count) {
        int before = Math.toIntExact(samples);
        if (before + count > whole.length) {
            whole = Arrays.copyOf(whole, 2 * (before + count));
        }
        System.arraycopy(decoded, 0, whole, before, count);
    }

    /** All that was heard since a number of samples. */
    public synchronized short[] since(long from) {
        return Arrays.copyOfRange(whole, Math.toIntExact(from), Math.toIntExact(samples));
    }

    /** The amplitude of a tone in the last half second. */
    public synchronized double amplitude(int hertz) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < WINDOW; i++) {
            double phase = 2 * Math.PI * hertz * i / Tone.SAMPLE_RATE_HZ;
            short sample = window[(position + i) % WINDOW];
            cosine += sample * Math.cos(phase);
            sine += sample * Math.sin(phase);
        }
        return 2 * Math.hypot(cosine, sine) / WINDOW;
    }

    public boolean hears(int hertz) {
        return amplitude(hertz) > 2_000;
    }

    public boolean hearsNot(int hertz) {
        return amplitude(hertz) < 100;
    }

    /** The mean amplitude of all that is heard. */
    public synchronized double loudness() {
        double sum = 0;
        for (short sample : window) {
            sum += Math.abs(sample);
        }
        return sum / WINDOW;
    }

    public synchronized String keys() {
        return keys.toString();
    }

    public synchronized int sources() {
        return sources.size();
    }

    public synchronized long packets() {
        return packets;
    }

    public synchronized long samples() {
        return samples;
    }

    public synchronized long missing() {
        return missing;
    }

    public synchronized long backwards() {
        return backwards;
    }

    public synchronized @Nullable String fault() {
        return fault;
    }

    @Override
    public synchronized void close() {
        decoder.close();
    }
}
