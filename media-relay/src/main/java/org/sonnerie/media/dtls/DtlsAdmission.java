package org.sonnerie.media.dtls;

import java.util.concurrent.Semaphore;

/**
 * Keeps a storm of reconnecting browsers from starving the sound. Only the computing part of a
 * handshake counts against the narrow limit, so that a slow or silent peer holds up nobody. Thread
 * safe; one for all associations.
 */
public final class DtlsAdmission {
    private final Semaphore handshakes;
    private final Semaphore computing;

    /**
     * Sets the two limits.
     *
     * @param handshakes how many may be under way; further ones fail with {@link DtlsFailure#BUSY}
     * @param computing how many may use the processor at the same time; further ones wait
     */
    public DtlsAdmission(int handshakes, int computing) {
        this.handshakes = new Semaphore(handshakes);
        this.computing = new Semaphore(computing, true);
    }

    /**
     * How many more handshakes may begin now.
     *
     * @return places left
     */
    public int free() {
        return handshakes.availablePermits();
    }

    boolean enter() {
        return handshakes.tryAcquire();
    }

    void leave() {
        handshakes.release();
    }

    void beginComputing() {
        computing.acquireUninterruptibly();
    }

    void endComputing() {
        computing.release();
    }
}
