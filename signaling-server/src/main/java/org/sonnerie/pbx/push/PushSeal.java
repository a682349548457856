package org.sonnerie.pbx.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a push message so that only the browser that subscribed can read it: RFC 8291 over RFC
 * 8188, one record.
 *
 * <pre>
 * salt, 16 octets | record size, 4 | 65 | the sender's public key, 65 | ciphertext | tag, 16
 * </pre>
 */
final class PushSeal {
    /** The longest text: RFC 8030 lets a push service refuse more than 4,096 octets in all. */
    static final int LONGEST = 3_993;

    private static final int RECORD = 4_096;
    private static final int SALT_OCTETS = 16;
    private static final int TAG_BITS = 128;
    private static final int KEY_OCTETS = 16;
    private static final int NONCE_OCTETS = 12;
    private static final int SECRET_OCTETS = 32;

    /** RFC 8188, section 2: what ends the last record. */
    private static final byte LAST = 2;

    private static final SecureRandom RANDOM = new SecureRandom();

    private PushSeal() {}

    /**
     * Seals a text with new keys.
     *
     * @param text at most {@link #LONGEST} octets, not kept
     * @param to for which browser
     * @return the body of a push request
     */
    static byte[] close(byte[] text, BrowserKeys to) {
        byte[] salt = new byte[SALT_OCTETS];
        RANDOM.nextBytes(salt);
        return close(text, to, P256.generate(), salt);
    }

    static byte[] close(byte[] text, BrowserKeys to, KeyPair sender, byte[] salt) {
        if (text.length > LONGEST) {
            throw new IllegalArgumentException("a push message of " + text.length + " octets");
        }
        byte[] from = P256.octets((ECPublicKey) sender.getPublic());
        byte[] shared = P256.agree((ECPrivateKey) sender.getPrivate(), to.key());
        byte[] keyInfo = joined(ascii("WebPush: info\0"), P256.octets(to.key()), from);
        byte[] input = derive(shared, to.secret(), keyInfo, SECRET_OCTETS);
        byte[] key = derive(input, salt, ascii("Content-Encoding: aes128gcm\0"), KEY_OCTETS);
        byte[] nonce = derive(input, salt, ascii("Content-Encoding: nonce\0"), NONCE_OCTETS);
        byte[] size = ByteBuffer.allocate(Integer.BYTES).putInt(RECORD).array();
        byte[] record = encrypted(joined(text, new byte[] {LAST}), key, nonce);
        return joined(salt, size, new byte[] {(byte) from.length}, from, record);
    }

    private static byte[] encrypted(byte[] plain, byte[] key, byte[] nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** HKDF with SHA-256 (RFC 5869). */
    private static byte[] derive(byte[] input, byte[] salt, byte[] info, int octets) {
        try {
            HKDFParameterSpec how =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(input)
                            .addSalt(salt)
                            .thenExpand(info, octets);
            SecretKey derived = KDF.getInstance("HKDF-SHA256").deriveKey("AES", how);
            return Arrays.copyOf(derived.getEncoded(), octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 25 has HKDF", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
