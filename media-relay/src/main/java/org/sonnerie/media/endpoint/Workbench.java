package org.sonnerie.media.endpoint;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.net.UdpSocket;
import org.sonnerie.media.rtp.RtpPacket;
import org.sonnerie.media.sealing.SealedFiles;

/**
 * What one media thread works with: its sockets, its clock, and the arrays its endpoints use one
 * after another. Owned by that thread, but for its number and {@link #execute}.
 */
public final class Workbench implements Executor {
    private static final int PACKET_BYTES = 2_048;

    private final int number;
    private final Common common;
    private final Executor thread;
    private final List<UdpSocket> sockets;
    private final byte[] packet = new byte[PACKET_BYTES];
    private final byte[] payload = new byte[PACKET_BYTES];
    private final short[] silence = new short[Frames.samples(48_000)];
    private final RtpPacket outgoing = new RtpPacket();
    private long nowNanos;

    /**
     * What all threads share.
     *
     * @param counters of the relay
     * @param events takes what is to be told, from any thread; returns at once
     * @param random for identifiers
     * @param files where sounds are written
     * @param epochMillisAtZero the wall clock when the media clock shows 0
     */
    public record Common(
            Counters counters,
            Consumer<MediaEvent> events,
            SecureRandom random,
            SealedFiles files,
            long epochMillisAtZero) {}

    /**
     * One more.
     *
     * @param number of the thread, from 0
     * @param common to all
     * @param thread runs what comes from other threads, in order
     * @param sockets the thread's own of the media port, one for each address
     */
    public Workbench(int number, Common common, Executor thread, List<UdpSocket> sockets) {
        this.number = number;
        this.common = common;
        this.thread = thread;
        this.sockets = List.copyOf(sockets);
    }

    /**
     * Which thread.
     *
     * @return from 0
     */
    public int number() {
        return number;
    }

    /**
     * For something that begins on this thread.
     *
     * @return a studio of its own
     */
    public Studio newStudio() {
        return new Studio(this);
    }

    /**
     * The relay's counters.
     *
     * @return shared by all threads
     */
    public Counters counters() {
        return common.counters();
    }

    Common common() {
        return common;
    }

    List<UdpSocket> sockets() {
        return sockets;
    }

    /** From any thread. */
    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /**
     * Sets the media clock, before each round of work.
     *
     * @param now nanoseconds of any origin
     */
    public void nowNanos(long now) {
        nowNanos = now;
    }

    long nowNanos() {
        return nowNanos;
    }

    byte[] packet() {
        return packet;
    }

    byte[] payload() {
        return payload;
    }

    RtpPacket outgoing() {
        return outgoing;
    }

    short[] silence() {
        return silence;
    }
}
