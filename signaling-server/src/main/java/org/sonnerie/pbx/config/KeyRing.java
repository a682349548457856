package org.sonnerie.pbx.config;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a file: the newest seals, the older ones only open what they sealed. A file of one
 * key is the key itself. Thread safe.
 *
 * <pre>
 * newest key, 32 octets | the one before, 32 octets | ...
 * </pre>
 */
public final class KeyRing {
    private static final int ID_DIGITS = 8;

    private final Optional<Path> file;
    private volatile List<Key> keys;

    private KeyRing(Optional<Path> file, List<Key> keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * A key and its name.
     *
     * @param id 8 hexadecimal digits, told by the key itself
     * @param secret 256 bits
     */
    record Key(String id, SecretKey secret) {
        private static Key of(byte[] octets) {
            return new Key(id(octets), new SecretKeySpec(octets, "AES"));
        }

        /** Of 256 random bits it gives nothing away. */
        private static String id(byte[] octets) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
                return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /**
     * The keys in a file; one is made and forced to disk where there is none.
     *
     * @param file in a folder that exists
     * @return as the file holds them
     */
    public static KeyRing of(Path file) {
        byte[] octets = KeyFile.several(file);
        List<Key> keys =
                IntStream.range(0, octets.length / KeyFile.OCTETS)
                        .mapToObj(place ->
                                Arrays.copyOfRange(
                                        octets,
                                        place * KeyFile.OCTETS,
                                        (place + 1) * KeyFile.OCTETS))
                        .map(Key::of)
                        .toList();
        Arrays.fill(octets, (byte) 0);
        return new KeyRing(Optional.of(file), keys);
    }

    /**
     * One key that stands in no file, such as one made of a passphrase; it cannot be changed.
     *
     * @param octets 32 of them
     * @return of that key
     */
    public static KeyRing ofOne(byte[] octets) {
        return new KeyRing(Optional.empty(), List.of(Key.of(octets)));
    }

    Key newest() {
        return keys.getFirst();
    }

    List<Key> all() {
        return keys;
    }

    /**
     * Where the keys are.
     *
     * @return the file's name, without its folder
     */
    public String fileName() {
        return file.map(Path::getFileName).map(Path::toString).orElse("");
    }

    /**
     * Whether there are keys that only open.
     *
     * @return false: there is one key
     */
    public boolean hasOlder() {
        return keys.size() > 1;
    }

    /** Makes a key that seals from now on; forced to disk before anything is sealed with it. */
    public synchronized void renew() {
        keep(Stream.concat(Stream.of(Key.of(KeyFile.random())), keys.stream()).toList());
    }

    /** Forgets all keys but the newest: what only they open is lost. */
    public synchronized void dropOlder() {
        keep(List.of(newest()));
    }

    private void keep(List<Key> wanted) {
        Path where =
                file.orElseThrow(
                        () -> new IllegalStateException("a key in no file is not changed"));
        ByteBuffer octets = ByteBuffer.allocate(wanted.size() * KeyFile.OCTETS);
        wanted.forEach(key -> octets.put(key.secret().getEncoded()));
        KeyFile.replace(where, octets.array());
        keys = wanted;
    }
}
