package org.sonnerie.media.engine;

import java.security.SecureRandom;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.dtls.DtlsWarmUp;
import org.sonnerie.media.ice.IceWarmUp;
import org.sonnerie.media.srtp.SrtpWarmUp;

/** Loads, links and compiles what a call needs before the first one comes. */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final int ROUNDS = 200;
    private static final int FRAMES = 20;
    private static final int ROOM_RATE_HZ = 16_000;

    private WarmUp() {}

    static void run(DtlsCertificate certificate, SecureRandom random, Executor virtualThreads) {
        SrtpWarmUp.run(ROUNDS);
        boolean ice = IceWarmUp.run(ROUNDS);
        boolean dtls = DtlsWarmUp.run(certificate, random, virtualThreads);
        for (AudioCodec codec : AudioCodec.values()) {
            exercise(Codec.of(codec, 8_000));
            exercise(Codec.of(codec, ROOM_RATE_HZ));
        }
        if (!ice || !dtls) {
            LOG.error("self-test failed: STUN {}, DTLS {}", ice, dtls);
        }
    }

    private static void exercise(Codec codec) {
        short[] pcm = new short[codec.samplesPerPacketAtMost()];
        byte[] payload = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
        try (AudioEncoder encoder = codec.newEncoder();
                AudioDecoder decoder = codec.newDecoder()) {
            for (int i = 0; i < FRAMES; i++) {
                int length = encoder.encode(pcm, payload, 0);
                decoder.decode(payload, 0, length, pcm);
                decoder.conceal(pcm);
            }
        }
    }
}
