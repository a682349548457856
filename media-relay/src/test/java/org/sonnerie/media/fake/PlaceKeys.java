package org.sonnerie.media.fake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.sonnerie.media.api.SoundKey;
import org.sonnerie.media.api.SoundKeys;
import org.sonnerie.media.sealing.SealedFiles;

/** A key for each folder, made of a word and its name. */
public record PlaceKeys(String word) implements SoundKeys {
    /** Files that stand in clear. */
    public static SealedFiles inClear() {
        return new SealedFiles(new PlaceKeys(""));
    }

    @Override
    public Optional<SoundKey> find(Path file) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        String folder = Objects.requireNonNull(file.getParent()).getFileName().toString();
        try {
            byte[] secret =
                    MessageDigest.getInstance("SHA-256")
                            .digest((word + folder).getBytes(StandardCharsets.UTF_8));
            return Optional.of(
                    new SoundKey(
                            new SecretKeySpec(secret, "AES"), folder + "/" + file.getFileName()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<SoundKey> findOrMake(Path file) {
        return find(file);
    }
}
