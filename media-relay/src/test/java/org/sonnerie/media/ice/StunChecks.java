package org.sonnerie.media.ice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds the checks a browser would send, attribute by attribute, without any STUN library. */
final class StunChecks {
    static final int USERNAME = 0x0006;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int ICE_CONTROLLED = 0x8029;
    static final int ICE_CONTROLLING = 0x802a;

    private final ByteBuffer message = ByteBuffer.allocate(1500);

    private StunChecks(int type, long transaction) {
        message.putShort((short) type).putShort((short) 0).putInt(0x2112a442);
        message.putInt(0x12345678).putLong(transaction);
    }

    static StunChecks bindingRequest(long transaction) {
        return new StunChecks(0x0001, transaction);
    }

    static StunChecks ofType(int type, long transaction) {
        return new StunChecks(type, transaction);
    }

    /** What Chromium sends: user name, controlling, priority. */
    static StunChecks check(long transaction, String username) {
        return bindingRequest(transaction)
                .with(USERNAME, username.getBytes(StandardCharsets.US_ASCII))
                .with(0xc057, new byte[] {0, 1, 0, 10})
                .with(ICE_CONTROLLING, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                .with(PRIORITY, new byte[] {0x6e, 0, 1, (byte) 0xff});
    }

    StunChecks nominating() {
        return with(USE_CANDIDATE, new byte[0]);
    }

    StunChecks with(int attribute, byte[] content) {
        message.putShort((short) attribute).putShort((short) content.length).put(content);
        while (message.position() % 4 != 0) {
            message.put((byte) 0);
        }
        return this;
    }

    /** With the length filled in and nothing else. */
    byte[] unsigned() {
        message.putShort(2, (short) (message.position() - 20));
        byte[] bytes = new byte[message.position()];
        message.get(0, bytes);
        return bytes;
    }

    byte[] signed(String password) {
        return new StunKey(password).seal(unsigned());
    }

    static byte[] vector(String name) {
        try (InputStream stream = StunChecks.class.getResourceAsStream("/rfc5769/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
