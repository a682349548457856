package org.sonnerie.media.jitter;

import org.jspecify.annotations.Nullable;
import org.sonnerie.media.rtp.RtpPacket;

/**
 * Holds the packets of one received audio stream until they are due. {@link #take} is called
 * whenever 20 ms more are needed: once every 20 ms where packets last 20 ms, more or less often
 * where they do not.
 *
 * <p>The delay follows the measured jitter: it is set anew where speech begins after silence,
 * shortened by leaving out quiet frames, lengthened by a made-up one. Owned by one thread.
 */
public final class JitterBuffer {
    private static final int FRAMES_PER_SECOND = 50;
    private static final long FRAME_NANOS = 1_000_000_000L / FRAMES_PER_SECOND;
    private static final int LONGEST_CONCEALMENT = 5;
    private static final int LONGEST_GAP_FRAMES = 10;
    private static final int TAKES_BETWEEN_CHANGES = 10;
    private static final int TAKES_OF_PATIENCE = 100;
    private static final int SEQUENCE_JUMP = 1000;
    private static final long TIMELINE_JUMP_NANOS = 1_000_000_000L;

    private final JitterSettings settings;
    private final int ticksPerFrame;
    private final DelayEstimate delay;
    private final PacketSlots slots = new PacketSlots();
    private PacketSlots.Slot shown = new PacketSlots.Slot();

    private boolean started;
    private boolean untouched;
    private boolean playing;
    private int ssrc;
    private long highestSequence;
    private long newestTimestamp;
    private long nextTimestamp;
    private long lastSequence;
    private boolean lastWasSilence;
    private int starved;
    private int takesSinceChange;

    private long kept;
    private long duplicates;
    private long late;
    private long concealed;
    private long recovered;
    private long dropped;
    private long stretched;

    /**
     * An empty buffer.
     *
     * @param settings its bounds
     */
    public JitterBuffer(JitterSettings settings) {
        this.settings = settings;
        this.ticksPerFrame = settings.clockRateHz() / FRAMES_PER_SECOND;
        this.delay = new DelayEstimate(settings);
    }

    /**
     * Takes a packet of audio in.
     *
     * @param packet its payload is copied
     * @param ticks how long it sounds, in ticks of the clock rate, above 0
     * @param quiet nothing in it that would be missed: it may be left out to shorten the delay
     * @param nowNanos when it came
     * @return what became of it
     */
    public Arrival put(RtpPacket packet, int ticks, boolean quiet, long nowNanos) {
        boolean restarted = restartsStream(packet, nowNanos);
        if (restarted) {
            restart(packet);
        }
        long sequence = extendedSequence(packet);
        long timestamp = extendedTimestamp(packet);
        delay.onPacket(timestamp, nowNanos);
        if (slots.contains(sequence)) {
            duplicates++;
            return Arrival.DUPLICATE;
        }
        if (isTooLate(sequence, timestamp + ticks)) {
            late++;
            return Arrival.LATE;
        }
        PacketSlots.Slot slot = keep(packet, sequence, timestamp);
        slot.ticks = ticks;
        slot.quiet = quiet;
        slot.audio = true;
        kept++;
        return restarted ? Arrival.RESTARTED : Arrival.KEPT;
    }

    /**
     * Notes a packet of the stream that is no audio (a telephone-event), so that its sequence
     * number is not missed.
     *
     * @param packet not kept
     */
    public void skip(RtpPacket packet) {
        if (!started || packet.ssrc() != ssrc) {
            return;
        }
        long sequence = extendedSequence(packet);
        if (sequence < slots.lowest() || slots.contains(sequence)) {
            return;
        }
        keep(packet, sequence, extendedTimestamp(packet)).audio = false;
    }

    private PacketSlots.Slot keep(RtpPacket packet, long sequence, long timestamp) {
        PacketSlots.Slot slot = slots.reserve(sequence);
        slot.fill(packet);
        slot.timestamp = timestamp;
        highestSequence = Math.max(highestSequence, sequence);
        newestTimestamp = Math.max(newestTimestamp, timestamp);
        return slot;
    }

    private boolean restartsStream(RtpPacket packet, long nowNanos) {
        if (!started || packet.ssrc() != ssrc) {
            return true;
        }
        long jump = Math.abs(extendedSequence(packet) - highestSequence);
        long waited = delay.delayNanos(extendedTimestamp(packet), nowNanos);
        return jump > SEQUENCE_JUMP || Math.abs(waited) > TIMELINE_JUMP_NANOS;
    }

    private void restart(RtpPacket packet) {
        started = true;
        untouched = true;
        playing = false;
        lastWasSilence = false;
        ssrc = packet.ssrc();
        // Far enough from zero that what came before the first packet has a number too.
        highestSequence = (1L << 32) + packet.sequenceNumber();
        newestTimestamp = (1L << 40) + Integer.toUnsignedLong(packet.timestamp());
        lastSequence = highestSequence - 1;
        starved = LONGEST_CONCEALMENT;
        slots.clear(highestSequence);
        delay.restart();
    }

    private long extendedSequence(RtpPacket packet) {
        return highestSequence + (short) (packet.sequenceNumber() - (int) highestSequence);
    }

    private long extendedTimestamp(RtpPacket packet) {
        return newestTimestamp + (packet.timestamp() - (int) newestTimestamp);
    }

    private boolean isTooLate(long sequence, long endTimestamp) {
        if (untouched) {
            slots.lower(sequence);
            lastSequence = slots.lowest() - 1;
        }
        return sequence < slots.lowest() || (playing && endTimestamp <= nextTimestamp);
    }

    /**
     * Says what is heard next and, where that is a packet, shows it until the next call of any
     * method.
     *
     * @param nowNanos the time of this take
     * @return what to do for the next 20 ms
     */
    public Playout take(long nowNanos) {
        takesSinceChange++;
        PacketSlots.Slot head = audioHead();
        if (head == null) {
            return starve();
        }
        if (!playing) {
            return isDue(head, nowNanos) ? play(head) : waitForSpeech();
        }
        if (delay.delayNanos(head.timestamp, nowNanos) > ceilingNanos()) {
            head = skipTo(head, nowNanos);
        }
        if (head.timestamp > nextTimestamp) {
            return gap(head, nowNanos);
        }
        return adapt(head, nowNanos);
    }

    /**
     * The first waiting packet of audio; those of keys before it leave a silence in their place.
     */
    private PacketSlots.@Nullable Slot audioHead() {
        PacketSlots.Slot head = slots.head();
        while (head != null && !head.audio) {
            lastSequence = head.sequence;
            lastWasSilence = true;
            slots.release(head);
            head = slots.head();
        }
        return head;
    }

    private boolean isDue(PacketSlots.Slot head, long nowNanos) {
        return delay.delayNanos(head.timestamp, nowNanos) >= delay.targetNanos();
    }

    private long ceilingNanos() {
        return settings.maximalDelayMillis() * 1_000_000L + 3 * FRAME_NANOS;
    }

    private Playout play(PacketSlots.Slot head) {
        playing = true;
        untouched = false;
        starved = 0;
        lastSequence = head.sequence;
        lastWasSilence = head.length <= 2;
        nextTimestamp = head.timestamp + head.ticks;
        shown = head;
        slots.release(head);
        return Playout.FRAME;
    }

    /** Nothing is here: the network is slow, or the other side has stopped talking. */
    private Playout starve() {
        if (lastWasSilence || !started) {
            playing = false;
            return Playout.EMPTY;
        }
        return waitForSpeech();
    }

    private Playout waitForSpeech() {
        if (lastWasSilence || starved >= LONGEST_CONCEALMENT) {
            playing = false;
            return Playout.EMPTY;
        }
        starved++;
        concealed++;
        return Playout.CONCEAL;
    }

    /** The buffer was not emptied for long: leaves out what is far too old. */
    private PacketSlots.Slot skipTo(PacketSlots.Slot first, long nowNanos) {
        PacketSlots.Slot head = first;
        while (delay.delayNanos(head.timestamp, nowNanos) > delay.targetNanos() + FRAME_NANOS) {
            PacketSlots.Slot next = leaveOut(head);
            if (next == null) {
                break;
            }
            head = next;
        }
        nextTimestamp = head.timestamp;
        return head;
    }

    /** Leaves the packet out, but only for another that waits behind it, which is returned. */
    private PacketSlots.@Nullable Slot leaveOut(PacketSlots.Slot head) {
        slots.release(head);
        lastSequence = head.sequence;
        nextTimestamp = head.timestamp + head.ticks;
        PacketSlots.Slot next = audioHead();
        dropped += next == null ? 0 : 1;
        return next;
    }

    private Playout gap(PacketSlots.Slot head, long nowNanos) {
        long missingTicks = head.timestamp - nextTimestamp;
        boolean silence = head.sequence == lastSequence + 1;
        if (silence || missingTicks > (long) LONGEST_GAP_FRAMES * ticksPerFrame) {
            return isDue(head, nowNanos) ? play(head) : pause();
        }
        // While starving, the gap has been filled already as far as the delay allows.
        if (starved > 0 && isDue(head, nowNanos)) {
            return play(head);
        }
        nextTimestamp += Math.min(missingTicks, ticksPerFrame);
        if (missingTicks <= head.ticks) {
            recovered++;
            shown = head;
            return Playout.RECOVER;
        }
        concealed++;
        return Playout.CONCEAL;
    }

    private Playout pause() {
        playing = false;
        lastWasSilence = true;
        return Playout.EMPTY;
    }

    private Playout adapt(PacketSlots.Slot first, long nowNanos) {
        long excess = delay.delayNanos(first.timestamp, nowNanos) - delay.targetNanos();
        boolean rested = takesSinceChange > TAKES_BETWEEN_CHANGES;
        if (first.quiet ? excess > FRAME_NANOS : isUnbearable(excess)) {
            takesSinceChange = 0;
            PacketSlots.Slot next = leaveOut(first);
            if (next == null) {
                return play(first);
            }
            return next.timestamp > nextTimestamp ? gap(next, nowNanos) : play(next);
        }
        if (excess < -FRAME_NANOS && (first.quiet || rested)) {
            takesSinceChange = 0;
            stretched++;
            return Playout.CONCEAL;
        }
        return play(first);
    }

    /** Worth a small skip in the midst of speech, or of music, which has no quiet moment. */
    private boolean isUnbearable(long excessNanos) {
        return (takesSinceChange > TAKES_BETWEEN_CHANGES && excessNanos > 3 * FRAME_NANOS)
                || (takesSinceChange > TAKES_OF_PATIENCE && excessNanos > 3 * FRAME_NANOS / 2);
    }

    /** Forgets the stream, for instance when nobody takes from it for a while. */
    public void reset() {
        started = false;
        playing = false;
        slots.clear(0);
        delay.restart();
    }

    /**
     * The array that holds the payload shown by the last {@link #take}.
     *
     * @return not a copy; to be read only
     */
    public byte[] payload() {
        return shown.payload;
    }

    /**
     * The size of the payload shown; it begins at index 0.
     *
     * @return octets
     */
    public int payloadLength() {
        return shown.length;
    }

    /**
     * The payload type of the packet shown.
     *
     * @return 0 to 127
     */
    public int payloadType() {
        return shown.payloadType;
    }

    /**
     * The delay that the measured jitter demands.
     *
     * @return milliseconds
     */
    public int targetDelayMillis() {
        return delay.targetMillis();
    }

    /**
     * The delay at present.
     *
     * @param nowNanos the time of the last take
     * @return milliseconds that sound waits here; 0 while nothing is played
     */
    public int delayMillis(long nowNanos) {
        return playing ? (int) (delay.delayNanos(nextTimestamp, nowNanos) / 1_000_000L) + 20 : 0;
    }

    /**
     * What was done so far.
     *
     * @return a snapshot
     */
    public JitterStatistics statistics() {
        return new JitterStatistics(
                kept, duplicates, late, concealed, recovered, dropped, stretched);
    }
}
