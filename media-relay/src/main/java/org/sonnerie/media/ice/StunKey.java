package org.sonnerie.media.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * MESSAGE-INTEGRITY with one password (RFC 8489 section 14.5), the key schedule kept. Not thread
 * safe.
 */
final class StunKey {
    private static final int ATTRIBUTE_BYTES = 4 + StunFrame.INTEGRITY_BYTES;
    private static final int FINGERPRINT_BYTES = 8;

    private final Mac mac;
    private final byte[] header = new byte[StunFrame.HEADER_BYTES];

    StunKey(String password) {
        try {
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Whether the message up to its MESSAGE-INTEGRITY was made with this password. */
    boolean authenticates(byte[] buffer, int offset, StunFrame frame) {
        int at = frame.integrityAt();
        byte[] expected = integrity(buffer, offset, at);
        byte[] presented = new byte[StunFrame.INTEGRITY_BYTES];
        System.arraycopy(buffer, offset + at + 4, presented, 0, presented.length);
        return MessageDigest.isEqual(expected, presented);
    }

    /** Appends MESSAGE-INTEGRITY and FINGERPRINT to an encoded message. */
    byte[] seal(byte[] message) {
        byte[] sealed = new byte[message.length + ATTRIBUTE_BYTES + FINGERPRINT_BYTES];
        System.arraycopy(message, 0, sealed, 0, message.length);
        writeShort(sealed, message.length, StunFrame.MESSAGE_INTEGRITY);
        writeShort(sealed, message.length + 2, StunFrame.INTEGRITY_BYTES);
        byte[] integrity = integrity(sealed, 0, message.length);
        System.arraycopy(integrity, 0, sealed, message.length + 4, integrity.length);
        appendFingerprint(sealed);
        return sealed;
    }

    /** Appends FINGERPRINT alone: for errors before the password is known to be shared. */
    static byte[] sealWithoutKey(byte[] message) {
        byte[] sealed = new byte[message.length + FINGERPRINT_BYTES];
        System.arraycopy(message, 0, sealed, 0, message.length);
        appendFingerprint(sealed);
        return sealed;
    }

    private static void appendFingerprint(byte[] sealed) {
        int at = sealed.length - FINGERPRINT_BYTES;
        writeShort(sealed, 2, sealed.length - StunFrame.HEADER_BYTES);
        writeShort(sealed, at, StunFrame.FINGERPRINT);
        writeShort(sealed, at + 2, 4);
        int crc = StunFrame.fingerprint(sealed, 0, at);
        writeShort(sealed, at + 4, crc >>> 16);
        writeShort(sealed, at + 6, crc);
    }

    /** The length in the header counts up to the end of MESSAGE-INTEGRITY, whatever follows. */
    private byte[] integrity(byte[] buffer, int offset, int integrityAt) {
        System.arraycopy(buffer, offset, header, 0, header.length);
        writeShort(header, 2, integrityAt + ATTRIBUTE_BYTES - StunFrame.HEADER_BYTES);
        mac.update(header);
        mac.update(buffer, offset + header.length, integrityAt - header.length);
        return mac.doFinal();
    }

    private static void writeShort(byte[] bytes, int at, int number) {
        bytes[at] = (byte) (number >> 8);
        bytes[at + 1] = (byte) number;
    }
}
