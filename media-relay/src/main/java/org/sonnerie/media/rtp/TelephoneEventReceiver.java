package org.sonnerie.media.rtp;

/**
 * Hears keys in telephone-event packets (RFC 4733 section 2): each key once, as soon as the first
 * packet of its event arrives, whichever of them that is. Owned by one thread.
 */
public final class TelephoneEventReceiver {
    /** What {@link #receive} returns when no new key was pressed. */
    public static final char NOTHING = '\0';

    private static final String KEYS = "0123456789*#ABCD";
    private static final int LONGEST_SEGMENT = 0xFFFF;

    private boolean started;
    private int ssrc;
    private int event;
    private int timestamp;
    private int duration;
    private boolean ended;

    /**
     * Takes one packet of the telephone-event payload type.
     *
     * @param packet read, not kept
     * @return the key that begins with it, {@code 0-9 * # A-D}, or {@link #NOTHING}
     */
    public char receive(RtpPacket packet) {
        if (packet.payloadLength() < 4) {
            return NOTHING;
        }
        byte[] buffer = packet.buffer();
        int at = packet.payloadOffset();
        int newEvent = buffer[at] & 0xFF;
        int newDuration = NetworkOrder.uint16(buffer, at + 2);
        boolean isNew = !started || packet.ssrc() != ssrc || isNew(packet, newEvent, newDuration);
        if (!isNew && packet.timestamp() - timestamp < 0) {
            return NOTHING;
        }
        if (isNew) {
            started = true;
            ssrc = packet.ssrc();
            event = newEvent;
            ended = false;
            duration = 0;
            timestamp = packet.timestamp();
        }
        ended |= (buffer[at + 1] & 0x80) != 0;
        duration = Math.max(duration, newDuration);
        return isNew && newEvent < KEYS.length() ? KEYS.charAt(newEvent) : NOTHING;
    }

    private boolean isNew(RtpPacket packet, int newEvent, int newDuration) {
        int later = packet.timestamp() - timestamp;
        if (later <= 0) {
            return false;
        }
        if (newEvent != event || packet.marker() || ended) {
            return true;
        }
        if (later == LONGEST_SEGMENT && duration == LONGEST_SEGMENT) {
            // Section 2.5.1.3: an event too long for its duration field goes on in a new segment.
            timestamp = packet.timestamp();
            duration = 0;
            return false;
        }
        // Some senders move the timestamp on with each packet of one event; its duration then
        // covers the whole way from the first timestamp, which that of a new event cannot.
        return newDuration <= later;
    }
}
