package org.sonnerie.media.fake;

import java.util.Random;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.audio.AudioLevel;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.rtp.RtpPacket;
import org.sonnerie.media.rtp.TelephoneEventSender;

/** Makes the RTP of a peer: speech or silence, and keys. */
final class Talker implements AutoCloseable {
    private static final int HEADER = RtpPacket.MINIMAL_HEADER_LENGTH;

    private final Codec codec;
    private final boolean declaresLevel;
    private final AudioEncoder encoder;
    private final int payloadType;
    private final int keysType;
    private final Speech speech;
    private final TelephoneEventSender keys;
    private final RtpPacket packet = new RtpPacket();
    private final short[] pcm = new short[Frames.samples(Speech.SAMPLE_RATE_HZ)];
    private final int ssrc;
    private int sequence;
    private int timestamp;

    Talker(Codec codec, int payloadType, int keysType, Speech speech, long seed) {
        Random random = new Random(seed);
        this.codec = codec;
        this.declaresLevel = codec.name() == AudioCodec.OPUS;
        this.encoder = codec.newEncoder();
        this.payloadType = payloadType;
        this.keysType = keysType;
        this.speech = speech;
        this.keys = new TelephoneEventSender(codec.clockRateHz());
        this.ssrc = random.nextInt();
        this.sequence = random.nextInt(32_768);
        this.timestamp = random.nextInt();
    }

    void press(String digits) {
        synchronized (keys) {
            keys.add(digits);
        }
    }

    /** Writes the next 20 ms at the start of the buffer; 0: nothing to send. */
    int next(byte[] buffer, boolean silent) {
        timestamp += codec.ticksPerFrame();
        speech.next(pcm, silent);
        synchronized (keys) {
            if (keys.active()) {
                boolean made = keys.next(timestamp, buffer, HEADER);
                return made ? stamp(buffer, keysType, keys.timestamp(), 4) : 0;
            }
        }
        int length = encoder.encode(pcm, buffer, HEADER);
        int whole = stamp(buffer, payloadType, timestamp, length);
        return declaresLevel ? declareLevel(buffer, whole) : whole;
    }

    /** Puts the level behind the header, as browsers do (RFC 6464, id 1). */
    private int declareLevel(byte[] buffer, int length) {
        System.arraycopy(buffer, HEADER, buffer, HEADER + 8, length - HEADER);
        buffer[0] |= 0x10;
        byte level = (byte) AudioLevel.of(pcm, pcm.length);
        byte[] extension = {(byte) 0xBE, (byte) 0xDE, 0, 1, 0x10, level, 0, 0};
        System.arraycopy(extension, 0, buffer, HEADER, 8);
        return length + 8;
    }

    private int stamp(byte[] buffer, int type, int stampTimestamp, int length) {
        sequence = (sequence + 1) & 0xFFFF;
        packet.format(buffer, 0, length).payloadType(type).ssrc(ssrc);
        packet.sequenceNumber(sequence).timestamp(stampTimestamp);
        return packet.length();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
