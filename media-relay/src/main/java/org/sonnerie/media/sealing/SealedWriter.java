package org.sonnerie.media.sealing;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import org.sonnerie.media.api.SoundKey;

/** Seals one file from its beginning to its end, as its sound arrives. Owned by one thread. */
public final class SealedWriter {
    private final byte[] head;
    private final SegmentCipher cipher;
    private int number;
    private boolean begun;

    SealedWriter(SoundKey key, SecureRandom random) {
        byte[] salt = new byte[SegmentCipher.SALT_OCTETS];
        random.nextBytes(salt);
        this.head = SegmentCipher.head(salt);
        this.cipher = new SegmentCipher(key, salt);
    }

    /**
     * Seals some sound.
     *
     * @param sound in clear
     * @return what follows in the file; it can be opened once all of it is there
     */
    public byte[] add(byte[] sound) {
        ByteArrayOutputStream out = begin();
        for (int at = 0; at < sound.length; at += SegmentCipher.MOST_OCTETS) {
            int octets = Math.min(SegmentCipher.MOST_OCTETS, sound.length - at);
            out.writeBytes(cipher.seal(number++, sound, at, octets));
        }
        return out.toByteArray();
    }

    /**
     * Ends the file.
     *
     * @return its last octets
     */
    public byte[] end() {
        ByteArrayOutputStream out = begin();
        out.writeBytes(cipher.seal(number, new byte[0], 0, 0));
        return out.toByteArray();
    }

    private ByteArrayOutputStream begin() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!begun) {
            begun = true;
            out.writeBytes(head);
        }
        return out;
    }
}
