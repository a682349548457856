package org.sonnerie.media.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sonnerie.media.api.DamagedSoundException;
import org.sonnerie.media.api.SoundKey;

/**
 * The segments of one file: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) on
 * AES-256-GCM. Key and nonce prefix are the file's own: HKDF-SHA256 (RFC 5869) of the company's
 * key, the file's salt, and the place it belongs to. Owned by one thread.
 *
 * <pre>
 * file    = magic, 8 octets | salt, 32 octets | segment ... | end
 * segment = length, 4 octets, the first bit 0 | ciphertext, 1 to 65,536 octets | tag, 16 octets
 * end     = length 16, 4 octets, the first bit 1 | tag, 16 octets
 * nonce   = prefix, 7 octets | number of the segment, 4 octets | 1 for the end, else 0
 * </pre>
 */
final class SegmentCipher {
    static final int SALT_OCTETS = 32;
    static final int TAG_OCTETS = 16;
    static final int LENGTH_OCTETS = 4;
    static final int MOST_OCTETS = 65_536;
    static final int END_BIT = 0x8000_0000;

    private static final byte[] MAGIC = "SNRSEAL1".getBytes(StandardCharsets.US_ASCII);
    static final int HEAD_OCTETS = MAGIC.length + SALT_OCTETS;

    private static final int KEY_OCTETS = 32;
    private static final int PREFIX_OCTETS = 7;
    private static final int NONCE_OCTETS = 12;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final String place;
    private final SecretKey secret;
    private final byte[] prefix;
    private final Cipher cipher;

    SegmentCipher(SoundKey key, byte[] salt) {
        this.place = key.place();
        try {
            byte[] derived =
                    KDF.getInstance("HKDF-SHA256")
                            .deriveData(
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(key.secret().getEncoded())
                                            .addSalt(salt)
                                            .thenExpand(
                                                    ("sound 1 " + place)
                                                            .getBytes(StandardCharsets.UTF_8),
                                                    KEY_OCTETS + PREFIX_OCTETS));
            secret = new SecretKeySpec(derived, 0, KEY_OCTETS, "AES");
            prefix = Arrays.copyOfRange(derived, KEY_OCTETS, derived.length);
            Arrays.fill(derived, (byte) 0);
            cipher = Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HKDF-SHA256 and " + CIPHER, e);
        }
    }

    /** How a sealed file begins. */
    static byte[] head(byte[] salt) {
        return ByteBuffer.allocate(HEAD_OCTETS).put(MAGIC).put(salt).array();
    }

    /** Whether that much of a file's beginning is that of a sealed one. */
    static boolean isHead(byte[] beginning) {
        int known = Math.min(beginning.length, MAGIC.length);
        return known > 0 && Arrays.equals(beginning, 0, known, MAGIC, 0, known);
    }

    static byte[] salt(byte[] head) {
        return Arrays.copyOfRange(head, MAGIC.length, HEAD_OCTETS);
    }

    String place() {
        return place;
    }

    /** A segment with its length, or the end where there is nothing. */
    byte[] seal(int number, byte[] sound, int from, int octets) {
        boolean end = octets == 0;
        int sealed = octets + TAG_OCTETS;
        ByteBuffer out = ByteBuffer.allocate(LENGTH_OCTETS + sealed);
        out.putInt(end ? sealed | END_BIT : sealed);
        try {
            begin(Cipher.ENCRYPT_MODE, number, end);
            cipher.doFinal(ByteBuffer.wrap(sound, from, octets), out);
            return out.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM seals whatever it is given", e);
        }
    }

    /** The sound of a segment, without its length; nothing for the end. */
    byte[] open(int number, boolean end, byte[] sealed) throws DamagedSoundException {
        try {
            begin(Cipher.DECRYPT_MODE, number, end);
            return cipher.doFinal(sealed);
        } catch (AEADBadTagException altered) {
            throw damaged("was altered, in segment " + number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM opens or refuses", e);
        }
    }

    private void begin(int mode, int number, boolean end) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE_OCTETS)
                        .put(prefix)
                        .putInt(number)
                        .put((byte) (end ? 1 : 0))
                        .array();
        cipher.init(mode, secret, new GCMParameterSpec(TAG_OCTETS * Byte.SIZE, nonce));
    }

    DamagedSoundException damaged(String what) {
        return new DamagedSoundException("the sealed file " + place + " " + what);
    }
}
