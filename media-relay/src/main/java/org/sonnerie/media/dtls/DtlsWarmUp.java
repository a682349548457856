package org.sonnerie.media.dtls;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One handshake in memory, so that the first caller does not wait for class loading. */
public final class DtlsWarmUp {
    private static final int LIMIT_SECONDS = 30;

    private @Nullable DtlsSession client;
    private @Nullable DtlsSession server;

    private DtlsWarmUp() {}

    /**
     * Runs it and waits for its end.
     *
     * @param certificate used for both sides
     * @param random for keys
     * @param threads runs the two sides
     * @return whether a handshake of our own succeeds here: the self-test of this machine's crypto
     */
    public static boolean run(DtlsCertificate certificate, SecureRandom random, Executor threads) {
        return new DtlsWarmUp().handshake(certificate, random, threads);
    }

    private boolean handshake(DtlsCertificate certificate, SecureRandom random, Executor threads) {
        DtlsAdmission admission = new DtlsAdmission(2, 2);
        DtlsSession.Parties parties =
                new DtlsSession.Parties(certificate, List.of(certificate.fingerprint()), random);
        CompletableFuture<Boolean> clientUp = new CompletableFuture<>();
        CompletableFuture<Boolean> serverUp = new CompletableFuture<>();
        DtlsSession passive =
                DtlsSession.server(
                        parties, this::toClient, event -> settle(serverUp, event), admission);
        DtlsSession active =
                DtlsSession.client(
                        parties, this::toServer, event -> settle(clientUp, event), admission);
        server = passive;
        client = active;
        passive.start(threads);
        active.start(threads);
        try {
            return clientUp.get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    && serverUp.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            return false;
        } finally {
            active.close();
            passive.close();
        }
    }

    private static void settle(CompletableFuture<Boolean> up, DtlsEvent event) {
        up.complete(event instanceof DtlsEvent.Keyed);
    }

    private void toClient(byte[] buffer, int offset, int length) {
        deliver(client, buffer, offset, length);
    }

    private void toServer(byte[] buffer, int offset, int length) {
        deliver(server, buffer, offset, length);
    }

    private static void deliver(@Nullable DtlsSession to, byte[] buffer, int offset, int length) {
        if (to != null) {
            to.receive(buffer, offset, length);
        }
    }
}
