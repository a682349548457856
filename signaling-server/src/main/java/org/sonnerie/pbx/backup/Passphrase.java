package org.sonnerie.pbx.backup;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.config.SecretJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was made of a passphrase: enough to seal keys with it, again and again, and not to know it
 * (PBKDF2 with HMAC-SHA-256, RFC 8018 section 5.2, then AES-256-GCM).
 *
 * <pre>
 * keys.sealed:  rounds "." base64( salt ) "." sealed JSON { name of a file: base64 }
 * </pre>
 *
 * @param rounds of PBKDF2
 * @param salt in base64
 * @param key in base64, 256 bits
 */
record Passphrase(int rounds, String salt, String key) {
    /** The fewest characters of one that is set. */
    static final int SHORTEST = 12;

    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_OCTETS = 16;
    private static final int KEY_BITS = 256;
    private static final int PIECES = 3;
    private static final String PLACE = "keys of a backup";
    private static final JsonMapper JSON = SecretJson.mapper();

    /** A new one, with a salt of its own. */
    static Passphrase of(String typed) {
        byte[] salt = new byte[SALT_OCTETS];
        new SecureRandom().nextBytes(salt);
        return derived(typed, Base64.getEncoder().encodeToString(salt), ROUNDS);
    }

    private static Passphrase derived(String typed, String salt, int rounds) {
        PBEKeySpec spec =
                new PBEKeySpec(
                        typed.toCharArray(), Base64.getDecoder().decode(salt), rounds, KEY_BITS);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return new Passphrase(rounds, salt, Base64.getEncoder().encodeToString(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private Seal seal() {
        return new Seal(KeyRing.ofOne(Base64.getDecoder().decode(key)));
    }

    String close(Map<String, byte[]> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(
                (name, octets) -> texts.put(name, Base64.getEncoder().encodeToString(octets)));
        return rounds + "." + salt + "." + seal().close(JSON.writeValueAsString(texts), PLACE);
    }

    /**
     * Opens what {@link #close} sealed.
     *
     * @return the files by their names; empty: it was another passphrase
     */
    static Optional<Map<String, byte[]>> open(String sealed, String typed) {
        String[] pieces = sealed.split("\\.", PIECES);
        if (pieces.length != PIECES || !pieces[0].matches("\\d{1,8}")) {
            return Optional.empty();
        }
        int rounds = Math.clamp(Long.parseLong(pieces[0]), 1, MOST_ROUNDS);
        return derived(typed, pieces[1], rounds)
                .seal()
                .open(pieces[2], PLACE)
                .map(Passphrase::files);
    }

    private static Map<String, byte[]> files(String json) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        JSON.readValue(json, new TypeReference<Map<String, String>>() {})
                .forEach((name, text) -> files.put(name, Base64.getDecoder().decode(text)));
        return files;
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
