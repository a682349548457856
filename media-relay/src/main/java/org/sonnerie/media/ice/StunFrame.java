package org.sonnerie.media.ice;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The skeleton of a STUN message: where its attributes are, checked against its length (RFC 8489
 * section 5). What follows MESSAGE-INTEGRITY is not authentic and, but for FINGERPRINT, not looked
 * at.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |0 0|     STUN Message Type     |         Message Length        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                         Magic Cookie                          |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                     Transaction ID (96 bits)                  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
final class StunFrame {
    static final int HEADER_BYTES = 20;
    static final int MAX_BYTES = 1500;
    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int MESSAGE_INTEGRITY_SHA256 = 0x001c;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int INTEGRITY_BYTES = 20;

    private static final int MAGIC_COOKIE = 0x2112a442;
    private static final int BINDING_REQUEST = 0x0001;
    private static final int FINGERPRINT_MASK = 0x5354554e;
    private static final int MAX_ATTRIBUTES = 64;
    private static final int FIRST_OPTIONAL = 0x8000;

    private final byte[] buffer;
    private final int offset;
    private final int type;
    private int usernameAt = -1;
    private int usernameLength;
    private int integrityAt = -1;
    private int fingerprintAt = -1;
    private char[] unknownRequired = {};

    private StunFrame(byte[] buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        this.type = readShort(0);
    }

    /**
     * Reads the skeleton.
     *
     * @return null if the datagram is not exactly one well-formed STUN message
     */
    static @Nullable StunFrame of(byte[] buffer, int offset, int length) {
        if (length < HEADER_BYTES || length > MAX_BYTES || (length & 3) != 0) {
            return null;
        }
        StunFrame frame = new StunFrame(buffer, offset);
        boolean header =
                (frame.type & 0xc000) == 0
                        && frame.readShort(2) == length - HEADER_BYTES
                        && frame.readInt(4) == MAGIC_COOKIE;
        return header && frame.walk(length) ? frame : null;
    }

    boolean isBindingRequest() {
        return type == BINDING_REQUEST;
    }

    boolean hasUsername() {
        return usernameAt >= 0;
    }

    /** Where the user name is, counted from the message's first byte. */
    int usernameAt() {
        return usernameAt;
    }

    int usernameLength() {
        return usernameLength;
    }

    boolean hasIntegrity() {
        return integrityAt >= 0;
    }

    /** Where the attribute MESSAGE-INTEGRITY begins, counted from the message's first byte. */
    int integrityAt() {
        return integrityAt;
    }

    /** Comprehension-required attributes of the authentic part that we do not know. */
    char[] unknownRequired() {
        return unknownRequired.clone();
    }

    long transactionHigh() {
        return ((long) readInt(8) << 32) | (readInt(12) & 0xffffffffL);
    }

    int transactionLow() {
        return readInt(16);
    }

    byte[] transaction() {
        byte[] transaction = new byte[12];
        System.arraycopy(buffer, offset + 8, transaction, 0, transaction.length);
        return transaction;
    }

    /** FINGERPRINT is right, or there is none (RFC 8489 section 14.7). */
    boolean isIntact() {
        if (fingerprintAt < 0) {
            return true;
        }
        return readInt(fingerprintAt + 4) == fingerprint(buffer, offset, fingerprintAt);
    }

    static int fingerprint(byte[] bytes, int from, int count) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, count);
        return (int) crc.getValue() ^ FINGERPRINT_MASK;
    }

    private boolean walk(int length) {
        int at = HEADER_BYTES;
        int count = 0;
        while (at < length) {
            if (at + 4 > length || fingerprintAt >= 0 || ++count > MAX_ATTRIBUTES) {
                return false;
            }
            int attributeLength = readShort(at + 2);
            int next = at + 4 + ((attributeLength + 3) & ~3);
            if (next > length || !note(readShort(at), at, attributeLength)) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private boolean note(int attribute, int at, int attributeLength) {
        if (attribute == FINGERPRINT) {
            fingerprintAt = at;
            return attributeLength == 4;
        }
        if (integrityAt >= 0) {
            return true;
        }
        if (attribute == MESSAGE_INTEGRITY) {
            integrityAt = at;
            return attributeLength == INTEGRITY_BYTES;
        }
        if (attribute == USERNAME) {
            return noteUsername(at, attributeLength);
        }
        if (attribute < FIRST_OPTIONAL && !isKnown(attribute)) {
            addUnknown((char) attribute);
        }
        return true;
    }

    private boolean noteUsername(int at, int attributeLength) {
        if (usernameAt < 0) {
            usernameAt = at + 4;
            usernameLength = attributeLength;
        }
        // RFC 8489 section 14.3 says fewer than 509 bytes; ICE needs up to 513.
        return attributeLength <= 513;
    }

    private void addUnknown(char attribute) {
        char[] longer = new char[unknownRequired.length + 1];
        System.arraycopy(unknownRequired, 0, longer, 0, unknownRequired.length);
        longer[unknownRequired.length] = attribute;
        unknownRequired = longer;
    }

    private static boolean isKnown(int attribute) {
        return attribute == PRIORITY
                || attribute == USE_CANDIDATE
                || attribute == MESSAGE_INTEGRITY_SHA256;
    }

    private int readShort(int at) {
        return ((buffer[offset + at] & 0xff) << 8) | (buffer[offset + at + 1] & 0xff);
    }

    private int readInt(int at) {
        return (readShort(at) << 16) | readShort(at + 2);
    }
}
