package org.sonnerie.media.endpoint;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.net.UdpSocket;
import org.sonnerie.media.rtp.RtpPacket;
import org.sonnerie.media.sealing.SealedFiles;

/**
 * Where one endpoint or room works: at the workbench of the thread it lives on. When it moves, only
 * this changes. Owned by that thread, but for {@link #home} and {@link #execute}.
 */
public final class Studio {
    /** Where a payload stands in {@link #packet()}. */
    static final int PAYLOAD_OFFSET = RtpPacket.MINIMAL_HEADER_LENGTH;

    /** A frame of silence in each codec: an Opus CELT frame without energy; A-law and µ-law 0. */
    private static final byte[] SILENT_OPUS = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};

    private static final byte[] SILENT_PCMA = filled(0xD5);
    private static final byte[] SILENT_PCMU = filled(0xFF);

    private Workbench bench;

    /** The same, as others see it. */
    private volatile Workbench home;

    Studio(Workbench bench) {
        this.bench = bench;
        this.home = bench;
    }

    private static byte[] filled(int octet) {
        byte[] frame = new byte[Frames.samples(8_000)];
        Arrays.fill(frame, (byte) octet);
        return frame;
    }

    /** The first half of a move: from the thread it leaves, for all who move together. */
    void moveTo(Workbench next) {
        bench = next;
    }

    /**
     * The second half, after the first one of all who move together: from now on it is the other
     * thread's, and the old one does not touch it any more.
     */
    void settle() {
        home = bench;
    }

    /** Whose it is. From any thread; certain only on the thread that is the answer. */
    Workbench home() {
        return home;
    }

    /** Runs something where it lives, wherever that will be by then. From any thread. */
    void execute(Runnable task) {
        Workbench at = home;
        at.execute(() -> {
            if (home == at) {
                task.run();
            } else {
                execute(task);
            }
        });
    }

    /** Its thread's sockets of the media port, one for each address. */
    List<UdpSocket> sockets() {
        return bench.sockets();
    }

    /**
     * The relay's counters.
     *
     * @return shared by all threads
     */
    public Counters counters() {
        return bench.counters();
    }

    /**
     * Tells something.
     *
     * @param event what
     */
    public void tell(MediaEvent event) {
        bench.common().events().accept(event);
    }

    /**
     * The wall clock at a moment of the media clock.
     *
     * @param nowNanos the moment
     * @return milliseconds since 1970
     */
    public long epochMillis(long nowNanos) {
        return bench.common().epochMillisAtZero() + nowNanos / 1_000_000;
    }

    /** The media clock. */
    long nowNanos() {
        return bench.nowNanos();
    }

    /**
     * Where sounds are written.
     *
     * @return shared by all threads
     */
    public SealedFiles files() {
        return bench.common().files();
    }

    SecureRandom random() {
        return bench.common().random();
    }

    /**
     * A number for a new Ogg stream (RFC 3533 section 6).
     *
     * @return random
     */
    public int newSerial() {
        return random().nextInt();
    }

    /** RFC 3711 section 3.3.1: a first sequence number below 2^15 leaves the roll-over certain. */
    OutgoingStream newStream() {
        return new OutgoingStream(
                random().nextInt(), random().nextInt(1 << 15), random().nextInt(), 48_000);
    }

    /** The packet being made. */
    byte[] packet() {
        return bench.packet();
    }

    /** A payload being encoded. */
    byte[] payload() {
        return bench.payload();
    }

    /** A view for writing headers. */
    RtpPacket outgoing() {
        return bench.outgoing();
    }

    /** A frame of silence, not to be changed. */
    short[] silence() {
        return bench.silence();
    }

    /** A frame of silence, encoded, not to be changed. */
    byte[] silentPayload(AudioCodec codec) {
        return switch (codec) {
            case OPUS -> SILENT_OPUS;
            case PCMA -> SILENT_PCMA;
            case PCMU -> SILENT_PCMU;
        };
    }
}
