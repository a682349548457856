package org.sonnerie.media.peer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sonnerie.media.ice.IceCredentials;

/**
 * One connectivity check of a controlling agent and the test of its answer, written out by hand so
 * that it shares nothing with the relay's own STUN code.
 */
final class StunCheck {
    private static final int HEADER_BYTES = 20;
    private static final int SUCCESS = 0x0101;

    private final byte[] transaction;
    private final byte[] request;
    private final String relayPassword;

    StunCheck(byte[] transaction, IceCredentials own, IceCredentials relay, boolean nominating) {
        this.transaction = transaction.clone();
        this.relayPassword = relay.password();
        this.request = encode(relay.ufrag() + ":" + own.ufrag(), nominating);
    }

    byte[] request() {
        return request.clone();
    }

    /** Whether this is the signed success response to it. */
    boolean isAnsweredBy(byte[] datagram, int length) {
        return length >= HEADER_BYTES + 32
                && ((datagram[0] << 8) | datagram[1]) == SUCCESS
                && Arrays.equals(datagram, 8, 20, transaction, 0, 12)
                && isSigned(datagram, length);
    }

    /** The relay puts MESSAGE-INTEGRITY and FINGERPRINT last: 24 and 8 bytes. */
    private boolean isSigned(byte[] datagram, int length) {
        int integrityAt = length - 32;
        byte[] integrity = hmac(Arrays.copyOf(datagram, integrityAt));
        return Arrays.equals(datagram, integrityAt + 4, integrityAt + 24, integrity, 0, 20);
    }

    private byte[] encode(String username, boolean nominating) {
        ByteBuffer message = ByteBuffer.allocate(1200);
        message.putShort((short) 1).putShort((short) 0).putInt(0x2112a442).put(transaction);
        attribute(message, 0x0006, username.getBytes(StandardCharsets.US_ASCII));
        attribute(message, 0x802a, new byte[] {9, 8, 7, 6, 5, 4, 3, 2});
        attribute(message, 0x0024, new byte[] {0x6e, 0x7f, 0x1e, (byte) 0xff});
        if (nominating) {
            attribute(message, 0x0025, new byte[0]);
        }
        byte[] unsigned = Arrays.copyOf(message.array(), message.position());
        attribute(message, 0x0008, hmac(unsigned));
        message.putShort(2, (short) (message.position() + 8 - HEADER_BYTES));
        CRC32 crc = new CRC32();
        crc.update(message.array(), 0, message.position());
        int fingerprint = (int) crc.getValue() ^ 0x5354554e;
        attribute(message, 0x8028, ByteBuffer.allocate(4).putInt(fingerprint).array());
        return Arrays.copyOf(message.array(), message.position());
    }

    private byte[] hmac(byte[] upToIntegrity) {
        byte[] counted = upToIntegrity.clone();
        int length = upToIntegrity.length + 24 - HEADER_BYTES;
        counted[2] = (byte) (length >> 8);
        counted[3] = (byte) length;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(relayPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(counted);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void attribute(ByteBuffer message, int type, byte[] content) {
        message.putShort((short) type).putShort((short) content.length).put(content);
        while (message.position() % 4 != 0) {
            message.put((byte) 0);
        }
    }
}
