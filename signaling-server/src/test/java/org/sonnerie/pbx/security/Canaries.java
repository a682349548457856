package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Secrets that are looked for afterwards; masked, lest a search find the test itself. */
final class Canaries {
    /** What is looked for. */
    enum Secret {
        PASSWORD,
        MISTYPED_PASSWORD,
        TRUNK_PASSWORD,
        WEBHOOK_SECRET,
        API_TOKEN,
        CLIENT_SECRET,
        GUEST_LINK,
        SECOND_FACTOR,
        ROOM_PIN,
        VOICEMAIL_PIN,
        BACKUP_PASSPHRASE
    }

    private final Map<Secret, byte[]> masked = new EnumMap<>(Secret.class);

    /** Those that people choose; the others are kept as they are given out. */
    Canaries() {
        for (Secret secret :
                List.of(
                        Secret.PASSWORD,
                        Secret.MISTYPED_PASSWORD,
                        Secret.TRUNK_PASSWORD,
                        Secret.CLIENT_SECRET,
                        Secret.BACKUP_PASSPHRASE)) {
            keep(secret, "canary" + fresh("abcdefghjkmnpqrstuvwxyz", 24));
        }
        keep(Secret.ROOM_PIN, fresh("123456789", 12));
        keep(Secret.VOICEMAIL_PIN, fresh("123456789", 8));
    }

    private static String fresh(String signs, int length) {
        StringBuilder out = new StringBuilder();
        new SecureRandom()
                .ints(length, 0, signs.length())
                .forEach(at -> out.append(signs.charAt(at)));
        return out.toString();
    }

    void keep(Secret secret, String text) {
        assertThat(text).as("%s", secret).hasSizeGreaterThanOrEqualTo(8);
        masked.put(secret, mask(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] mask(byte[] octets) {
        byte[] out = octets.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] ^= (byte) 0xa5;
        }
        return out;
    }

    String text(Secret secret) {
        return new String(
                mask(Objects.requireNonNull(masked.get(secret))), StandardCharsets.ISO_8859_1);
    }

    Set<Secret> in(String text) {
        Set<Secret> found = EnumSet.noneOf(Secret.class);
        for (Secret secret : Secret.values()) {
            if (text.contains(text(secret))) {
                found.add(secret);
            }
        }
        return found;
    }

    /** Octets that may be there: as Latin-1, and as UTF-16 of both kinds. */
    private List<byte[]> forms(Secret secret) {
        String text = text(secret);
        return List.of(
                text.getBytes(StandardCharsets.ISO_8859_1),
                text.getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.UTF_16LE));
    }

    Set<Secret> in(InputStream stream) throws IOException {
        Set<Secret> found = EnumSet.noneOf(Secret.class);
        int overlap = 256;
        byte[] buffer = new byte[1 << 22];
        int kept = 0;
        int read = stream.readNBytes(buffer, 0, buffer.length);
        while (read > 0) {
            String text = new String(buffer, 0, kept + read, StandardCharsets.ISO_8859_1);
            for (Secret secret : Secret.values()) {
                boolean there =
                        forms(secret).stream()
                                .map(one -> new String(one, StandardCharsets.ISO_8859_1))
                                .anyMatch(text::contains);
                if (there) {
                    found.add(secret);
                }
            }
            int end = kept + read;
            kept = Math.min(overlap, end);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
            read = stream.readNBytes(buffer, kept, buffer.length - kept);
        }
        Arrays.fill(buffer, (byte) 0);
        return found;
    }
}
