package org.sonnerie.pbx.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce for each text, bound to a place. Thread safe.
 *
 * <pre>
 * "2." id of the key, 8 hexadecimal digits "." base64( nonce, 12 octets | ciphertext | tag, 16 octets )
 * "1." base64( ... )    as it was sealed before keys had names: any key may be the one
 * </pre>
 */
public final class Seal {
    private static final String UNNAMED = "1.";
    private static final String NAMED = "2.";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    /**
     * Seals with the newest of some keys, and opens with each.
     *
     * @param keys of which there may be others later
     */
    public Seal(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * What it seals with.
     *
     * @return the same always
     */
    public KeyRing keys() {
        return keys;
    }

    /**
     * How everything begins that the newest key has sealed.
     *
     * @return ASCII, without a letter that SQL's {@code like} reads as another
     */
    public String newest() {
        return form(keys.newest());
    }

    private static String form(KeyRing.Key key) {
        return NAMED + key.id() + ".";
    }

    /**
     * Seals a text.
     *
     * @param text to be hidden
     * @param place where it belongs; needed again to open it, not kept
     * @return ASCII
     */
    public String close(String text, String place) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        KeyRing.Key key = keys.newest();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.secret(), nonce, place);
            byte[] hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, nonce.length + hidden.length);
            System.arraycopy(hidden, 0, whole, nonce.length, hidden.length);
            return form(key) + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    /**
     * Opens a sealed text.
     *
     * @param sealed from {@link #close}
     * @param place the same as then
     * @return empty if it was sealed with a key that is not here or for another place, or was
     *     changed
     */
    public Optional<String> open(String sealed, String place) {
        return keys.all().stream().flatMap(key -> open(key, sealed, place).stream()).findFirst();
    }

    private static Optional<String> open(KeyRing.Key key, String sealed, String place) {
        return Stream.of(form(key), UNNAMED)
                .filter(sealed::startsWith)
                .flatMap(form -> octets(sealed.substring(form.length())).stream())
                .flatMap(whole -> open(key.secret(), whole, place).stream())
                .findFirst();
    }

    private static Optional<String> open(SecretKey key, byte[] whole, String place) {
        byte[] nonce = Arrays.copyOf(whole, NONCE_OCTETS);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, place);
            byte[] hidden = Arrays.copyOfRange(whole, NONCE_OCTETS, whole.length);
            return Optional.of(new String(cipher.doFinal(hidden), StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    private static Optional<byte[]> octets(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64))
                    .filter(all -> all.length > NONCE_OCTETS);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
