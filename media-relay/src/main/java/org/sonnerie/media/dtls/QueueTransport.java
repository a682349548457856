package org.sonnerie.media.dtls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/**
 * The datagrams of one association: a bounded queue in, a sink out. The network side may be any
 * thread; the Bouncy Castle side is the association's own virtual thread.
 */
final class QueueTransport implements DatagramTransport {
    private static final int RECEIVE_LIMIT = 1500;

    /** Below every path's MTU, IPv6 and tunnels included. */
    private static final int SEND_LIMIT = 1200;

    private static final int CAPACITY = 32;
    private static final byte[] CLOSE_REQUEST = {};

    private final BlockingQueue<byte[]> incoming = new ArrayBlockingQueue<>(CAPACITY);
    private final DtlsSession.Sink sink;
    private final DtlsAdmission admission;
    private boolean computing;
    private volatile boolean keyed;
    private volatile boolean closeRequested;
    private volatile boolean closed;

    QueueTransport(DtlsSession.Sink sink, DtlsAdmission admission) {
        this.sink = sink;
        this.admission = admission;
    }

    boolean offer(byte[] buffer, int offset, int length) {
        if (length < 1 || length > RECEIVE_LIMIT || closed) {
            return false;
        }
        if (!DtlsRecords.arePlausible(buffer, offset, length, keyed)) {
            return false;
        }
        byte[] copy = new byte[length];
        System.arraycopy(buffer, offset, copy, 0, length);
        return incoming.offer(copy);
    }

    int waiting() {
        return incoming.size();
    }

    void requestClose() {
        closeRequested = true;
        // Only to wake the reader; where the queue is full it is awake.
        boolean ignored = incoming.offer(CLOSE_REQUEST);
    }

    boolean isCloseRequested() {
        return closeRequested;
    }

    void beginHandshake() {
        resume();
    }

    void endHandshake() {
        pause();
        keyed = true;
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return SEND_LIMIT;
    }

    /** Waits at most {@code waitMillis}, for ever if that is 0; -1 when nothing came. */
    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        pause();
        try {
            byte[] datagram = next(waitMillis);
            if (closeRequested) {
                throw new InterruptedIOException("closed by us");
            }
            if (closed) {
                throw new EOFException("closed");
            }
            if (datagram == null) {
                return -1;
            }
            int taken = Math.min(length, datagram.length);
            System.arraycopy(datagram, 0, buffer, offset, taken);
            return taken;
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException("stopped");
        } finally {
            resume();
        }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        sink.send(buffer, offset, length);
    }

    /** Called by Bouncy Castle after close_notify or a fatal alert, either way. */
    @Override
    public void close() {
        closed = true;
    }

    private byte @Nullable [] next(int waitMillis) throws InterruptedException {
        if (closed || closeRequested) {
            return null;
        }
        return waitMillis == 0 ? incoming.take() : incoming.poll(waitMillis, TimeUnit.MILLISECONDS);
    }

    private void pause() {
        if (!keyed && computing) {
            computing = false;
            admission.endComputing();
        }
    }

    private void resume() {
        if (!keyed && !computing) {
            admission.beginComputing();
            computing = true;
        }
    }
}
