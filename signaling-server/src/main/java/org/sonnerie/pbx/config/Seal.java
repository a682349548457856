package org.sonnerie.pbx.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce for each text, bound to a place. Thread safe.
 *
 * <pre>
 * "1." base64( nonce, 12 octets | ciphertext | tag, 16 octets )
 * </pre>
 */
public final class Seal {
    private static final String FORM = "1.";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /**
     * Seals with one key.
     *
     * @param key 256 bits
     */
    public Seal(SecretKey key) {
        this.key = key;
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
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, nonce.length + hidden.length);
            System.arraycopy(hidden, 0, whole, nonce.length, hidden.length);
            return FORM + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    /**
     * Opens a sealed text.
     *
     * @param sealed from {@link #close}
     * @param place the same as then
     * @return empty if it was sealed with another key or for another place, or was changed
     */
    public Optional<String> open(String sealed, String place) {
        Optional<byte[]> whole = octets(sealed).filter(all -> all.length > NONCE_OCTETS);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(whole.get(), NONCE_OCTETS);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, place);
            byte[] hidden = Arrays.copyOfRange(whole.get(), NONCE_OCTETS, whole.get().length);
            return Optional.of(new String(cipher.doFinal(hidden), StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    private static Optional<byte[]> octets(String sealed) {
        try {
            return sealed.startsWith(FORM)
                    ? Optional.of(Base64.getDecoder().decode(sealed.substring(FORM.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
