package org.sonnerie.media.engine;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
     * <p>On platform threads. A virtual thread that loads a class inside a native frame keeps its
     * carrier while it waits for another's lock; as many of them as there are carriers then wait
     * for good if the lock's owner has none (JDK 25; seen in one start of sixty on two cores).
     *
     * @return the certificate, made along the way
     */
    static DtlsCertificate run(SoundLibrary library, SecureRandom random) {
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("media-warm-up-", 0).factory());
        try {
            return run(library, random, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private static DtlsCertificate run(
            SoundLibrary library, SecureRandom random, Executor threads) {
        CompletableFuture<DtlsCertificate> certificate =
                CompletableFuture.supplyAsync(
                        () -> DtlsCertificate.generate(random, Instant.now()), threads);
        CompletableFuture<Void> srtp =
                CompletableFuture.runAsync(() -> SrtpWarmUp.run(ROUNDS), threads);
        CompletableFuture<Boolean> ice =
                CompletableFuture.supplyAsync(() -> IceWarmUp.run(ROUNDS), threads);
        CompletableFuture<Boolean> dtls =
                certificate.thenApplyAsync(made -> DtlsWarmUp.run(made, random, threads), threads);
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
