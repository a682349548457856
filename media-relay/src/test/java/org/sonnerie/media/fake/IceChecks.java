package org.sonnerie.media.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.ice.IceCredentials;

/**
 * A browser's ICE checks (RFC 8445 section 7.2) with one pair of credentials and their answers,
 * written without the relay's own STUN code.
 */
public final class IceChecks {
    private static final int HEADER = 20;
    private static final int SIGNATURE = 24;
    private static final int CHECKSUM = 8;
    private static final int COOKIE = 0x2112_A442;
    private static final int REQUEST = 0x0001;
    private static final int SUCCESS = 0x0101;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int PRIORITY = 0x0024;
    private static final int USE_CANDIDATE = 0x0025;
    private static final int FINGERPRINT = 0x8028;
    private static final int ICE_CONTROLLING = 0x802A;

    private final String username;
    private final byte[] key;
    private final Random random;
    private final Set<ByteBuffer> open = new HashSet<>();
    private volatile @Nullable InetSocketAddress mapped;

    public IceChecks(IceCredentials own, IceCredentials relay, long seed) {
        this.username = relay.ufrag() + ":" + own.ufrag();
        this.key = relay.password().getBytes(StandardCharsets.US_ASCII);
        this.random = new Random(seed);
    }

    /** A check that nominates. */
    public byte[] check() {
        return check(true);
    }

    /** A check, nominating or not. */
    public synchronized byte[] check(boolean nominates) {
        ByteBuffer message = ByteBuffer.allocate(512);
        byte[] transaction = new byte[12];
        random.nextBytes(transaction);
        open.add(ByteBuffer.wrap(transaction));
        message.putShort((short) REQUEST).putShort((short) 0).putInt(COOKIE).put(transaction);
        attribute(message, USERNAME, username.getBytes(StandardCharsets.US_ASCII));
        attribute(message, PRIORITY, new byte[] {0x6e, 0, 1, (byte) 0xff});
        attribute(message, ICE_CONTROLLING, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        if (nominates) {
            attribute(message, USE_CANDIDATE, new byte[0]);
        }
        attribute(message, MESSAGE_INTEGRITY, hmac(covered(message, SIGNATURE)));
        CRC32 crc = new CRC32();
        crc.update(covered(message, CHECKSUM));
        ByteBuffer value = ByteBuffer.allocate(4).putInt((int) crc.getValue() ^ 0x5354_554e);
        attribute(message, FINGERPRINT, value.array());
        return covered(message, 0);
    }

    /** Takes a STUN message; only the signed success response to one of the checks counts. */
    synchronized void received(byte[] buffer, int length) {
        byte[] answer = Arrays.copyOf(buffer, length);
        ByteBuffer transaction = ByteBuffer.wrap(Arrays.copyOfRange(answer, 8, HEADER));
        if (open.contains(transaction) && isSuccess(answer) && isSigned(answer)) {
            open.remove(transaction);
            mapped = mappedAddress(ByteBuffer.wrap(answer));
        }
    }

    private static boolean isSuccess(byte[] answer) {
        return answer.length >= HEADER + SIGNATURE + CHECKSUM
                && ByteBuffer.wrap(answer).getShort() == SUCCESS;
    }

    /** How the relay sees us, by the last answer; null before any. */
    @Nullable InetSocketAddress mapped() {
        return mapped;
    }

    /** The relay puts MESSAGE-INTEGRITY and FINGERPRINT last. */
    private boolean isSigned(byte[] answer) {
        int at = answer.length - SIGNATURE - CHECKSUM;
        byte[] signed = Arrays.copyOf(answer, at);
        ByteBuffer.wrap(signed).putShort(2, (short) (at - HEADER + SIGNATURE));
        return Arrays.equals(answer, at + 4, at + SIGNATURE, hmac(signed), 0, 20);
    }

    /** RFC 8489 section 14.2: hidden with the cookie, an IPv6 address with the transaction too. */
    private static @Nullable InetSocketAddress mappedAddress(ByteBuffer answer) {
        int at = HEADER;
        while (answer.getShort(at) != XOR_MAPPED_ADDRESS) {
            at += 4 + (answer.getShort(at + 2) + 3) / 4 * 4;
            if (at >= answer.capacity()) {
                return null;
            }
        }
        byte[] address = new byte[answer.get(at + 5) == 1 ? 4 : 16];
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) (answer.get(at + 8 + i) ^ answer.get(4 + i));
        }
        int port = (answer.getShort(at + 6) ^ (COOKIE >>> 16)) & 0xffff;
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
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
