package org.sonnerie.media.fake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A browser's ICE checks (RFC 8445 section 7.2), written without the relay's own STUN code. */
final class IceChecks {
    private static final int HEADER = 20;
    private static final int COOKIE = 0x2112_A442;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int PRIORITY = 0x0024;
    private static final int USE_CANDIDATE = 0x0025;
    private static final int FINGERPRINT = 0x8028;
    private static final int ICE_CONTROLLING = 0x802A;

    private final String username;
    private final byte[] key;
    private final Random random;

    IceChecks(String remoteUfrag, String remotePassword, String localUfrag, long seed) {
        this.username = remoteUfrag + ":" + localUfrag;
        this.key = remotePassword.getBytes(StandardCharsets.US_ASCII);
        this.random = new Random(seed);
    }

    /** A check that nominates. */
    byte[] check() {
        ByteBuffer message = ByteBuffer.allocate(512);
        byte[] transaction = new byte[12];
        random.nextBytes(transaction);
        message.putShort((short) 0x0001).putShort((short) 0).putInt(COOKIE).put(transaction);
        attribute(message, USERNAME, username.getBytes(StandardCharsets.US_ASCII));
        attribute(message, PRIORITY, new byte[] {0x6e, 0, 1, (byte) 0xff});
        attribute(message, ICE_CONTROLLING, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        attribute(message, USE_CANDIDATE, new byte[0]);
        attribute(message, MESSAGE_INTEGRITY, hmac(covered(message, 24)));
        byte[] covered = covered(message, 8);
        CRC32 crc = new CRC32();
        crc.update(covered);
        ByteBuffer value = ByteBuffer.allocate(4).putInt((int) crc.getValue() ^ 0x5354_554e);
        attribute(message, FINGERPRINT, value.array());
        return covered(message, 0);
    }

    /** The message so far, its length field counting what is still to come. */
    private static byte[] covered(ByteBuffer message, int more) {
        message.putShort(2, (short) (message.position() - HEADER + more));
        byte[] bytes = new byte[message.position()];
        message.get(0, bytes);
        return bytes;
    }

    private static void attribute(ByteBuffer message, int type, byte[] value) {
        message.putShort((short) type).putShort((short) value.length).put(value);
        while (message.position() % 4 != 0) {
            message.put((byte) 0);
        }
    }

    private byte[] hmac(byte[] covered) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(covered);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
