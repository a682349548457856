package org.sonnerie.media.engine;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
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
import org.sonnerie.media.player.SoundLibrary;
import org.sonnerie.media.srtp.SrtpWarmUp;

/** Loads, links and compiles what a call needs before the first one comes. */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final int ROUNDS = 50;
    private static final int FRAMES = 20;
    private static final int ROOM_RATE_HZ = 16_000;

    private WarmUp() {}

    /**
     * All at once: they load different classes, and a machine has at least two cores.
     *
     * @return the certificate, made along the way
     */
    static DtlsCertificate run(SoundLibrary library, SecureRandom random, Executor virtualThreads) {
        CompletableFuture<DtlsCertificate> certificate =
                CompletableFuture.supplyAsync(
                        () -> DtlsCertificate.generate(random, Instant.now()), virtualThreads);
        CompletableFuture<Void> srtp =
                CompletableFuture.runAsync(() -> SrtpWarmUp.run(ROUNDS), virtualThreads);
        CompletableFuture<Boolean> ice =
                CompletableFuture.supplyAsync(() -> IceWarmUp.run(ROUNDS), virtualThreads);
        CompletableFuture<Boolean> dtls =
                certificate.thenApplyAsync(
                        made -> DtlsWarmUp.run(made, random, virtualThreads), virtualThreads);
        for (AudioCodec codec : AudioCodec.values()) {
            exercise(Codec.of(codec, 8_000));
            exercise(Codec.of(codec, ROOM_RATE_HZ));
        }
        library.warmUp();
        srtp.join();
        boolean stunWorks = ice.join();
        boolean dtlsWorks = dtls.join();
        if (!stunWorks || !dtlsWorks) {
            LOG.error("self-test failed: STUN {}, DTLS {}", stunWorks, dtlsWorks);
        }
        return certificate.join();
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
