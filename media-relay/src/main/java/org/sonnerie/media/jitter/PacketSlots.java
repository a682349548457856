package org.sonnerie.media.jitter;

import org.jspecify.annotations.Nullable;
import org.sonnerie.media.rtp.RtpPacket;

/** The waiting packets, copied into slots that are used over and over. Owned by one thread. */
final class PacketSlots {
    static final int COUNT = 64;
    private static final long NEVER = Long.MIN_VALUE;

    /** One packet; what it holds stays until the slot is needed again. */
    static final class Slot {
        byte[] payload = new byte[320];
        int length;
        int payloadType;
        int ticks;
        boolean quiet;
        boolean audio;
        boolean waiting;
        long sequence = NEVER;
        long timestamp;

        void fill(RtpPacket packet) {
            length = packet.payloadLength();
            if (payload.length < length) {
                payload = new byte[length];
            }
            System.arraycopy(packet.buffer(), packet.payloadOffset(), payload, 0, length);
            payloadType = packet.payloadType();
            waiting = true;
        }
    }

    private final Slot[] slots = new Slot[COUNT];
    private long lowest;
    private long highest = -1;

    PacketSlots() {
        for (int i = 0; i < COUNT; i++) {
            slots[i] = new Slot();
        }
    }

    /** Forgets everything; the next sequence number to come out is the given one or later. */
    void clear(long sequence) {
        for (Slot slot : slots) {
            slot.waiting = false;
            slot.sequence = NEVER;
        }
        lowest = sequence;
        highest = sequence - 1;
    }

    /** Lets a packet in that came before the first one, while nothing has been taken. */
    void lower(long sequence) {
        if (highest - sequence < COUNT) {
            lowest = Math.min(lowest, sequence);
        }
    }

    long lowest() {
        return lowest;
    }

    boolean contains(long sequence) {
        return at(sequence).sequence == sequence;
    }

    /** The slot for a sequence number not below the lowest; what is too old for it is dropped. */
    Slot reserve(long sequence) {
        lowest = Math.max(lowest, sequence - COUNT + 1);
        highest = Math.max(highest, sequence);
        Slot slot = at(sequence);
        slot.sequence = sequence;
        return slot;
    }

    /** The first waiting packet, or null. */
    @Nullable Slot head() {
        for (long sequence = lowest; sequence <= highest; sequence++) {
            Slot slot = at(sequence);
            if (slot.waiting && slot.sequence == sequence) {
                return slot;
            }
        }
        return null;
    }

    /** The packet has been used; what is older is too late from now on. */
    void release(Slot slot) {
        slot.waiting = false;
        lowest = slot.sequence + 1;
    }

    private Slot at(long sequence) {
        return slots[(int) (sequence & (COUNT - 1))];
    }
}
