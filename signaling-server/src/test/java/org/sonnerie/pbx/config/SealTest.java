package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    private static final String PLACE = "acme/line";

    @TempDir Path folder;

    private KeyRing ring(String name) {
        return KeyRing.of(folder.resolve(name));
    }

    @Test
    void whatIsSealedIsOpenedWithTheSameKeyAtTheSamePlaceOnly() {
        Seal seal = new Seal(ring("a"));
        String sealed = seal.close("pässword", PLACE);

        assertThat(sealed).startsWith(seal.newest()).doesNotContain("ssword").isPrintable();
        assertThat(new Seal(ring("a")).open(sealed, PLACE)).contains("pässword");
        assertThat(seal.open(sealed, "acme/other")).isEmpty();
        assertThat(new Seal(ring("b")).open(sealed, PLACE)).isEmpty();
    }

    @Test
    void theSamePasswordNeverLooksTheSame() {
        Seal seal = new Seal(ring("a"));

        assertThat(seal.close("x", PLACE)).isNotEqualTo(seal.close("x", PLACE));
    }

    @Test
    void anythingElseIsNotOpened() {
        Seal seal = new Seal(ring("a"));
        String sealed = seal.close("secret", PLACE);
        char changed = sealed.charAt(20) == 'A' ? 'B' : 'A';

        assertThat(seal.open(sealed.substring(0, 20) + changed + sealed.substring(21), PLACE))
                .isEmpty();
        assertThat(seal.open("", PLACE)).isEmpty();
        assertThat(seal.open("1.", PLACE)).isEmpty();
        assertThat(seal.open("1.AAAA", PLACE)).isEmpty();
        assertThat(seal.open("1.!", PLACE)).isEmpty();
        assertThat(seal.open("2.", PLACE)).isEmpty();
        assertThat(seal.open("3." + sealed.substring(2), PLACE)).isEmpty();
    }

    @Test
    void theNewestKeySealsAndEachOpens() {
        KeyRing keys = ring("a");
        Seal seal = new Seal(keys);
        String before = seal.close("secret", PLACE);
        keys.renew();
        String after = seal.close("secret", PLACE);

        assertThat(before).doesNotStartWith(seal.newest());
        assertThat(after).startsWith(seal.newest());
        assertThat(seal.open(before, PLACE)).contains("secret");
        Seal readAnew = new Seal(ring("a"));
        assertThat(readAnew.open(before, PLACE)).contains("secret");
        assertThat(readAnew.open(after, PLACE)).contains("secret");

        keys.dropOlder();
        assertThat(seal.open(before, PLACE)).isEmpty();
        assertThat(seal.open(after, PLACE)).contains("secret");
        assertThat(new Seal(ring("a")).open(after, PLACE)).contains("secret");
    }

    @Test
    void whatWasSealedBeforeKeysHadNamesIsOpened() throws IOException {
        Files.write(folder.resolve("old"), new byte[32]);
        Seal seal = new Seal(ring("old"));
        // AES-256-GCM of "pässword", key and nonce all zero, made by another implementation.
        String sealed = "1.AAAAAAAAAAAAAAAAvmTkTj4XBBxjqMNz6TU/iIJ7fIg6nphxrw==";

        assertThat(seal.open(sealed, PLACE)).contains("pässword");
        seal.keys().renew();
        assertThat(seal.open(sealed, PLACE)).contains("pässword");
    }

    @Test
    void aFileOfManyKeysThatIsDamagedIsSaid() throws IOException {
        Files.write(folder.resolve("key"), new byte[33]);

        assertThatThrownBy(() -> ring("key"))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("it has 33 octets, not 32 for each key");
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("key");
        SecretKey made = KeyFile.of(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.of(file)).isEqualTo(made);
        assertThat(made.getEncoded()).hasSize(32);
        assertThat(KeyFile.of(folder.resolve("another"))).isNotEqualTo(made);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aDamagedKeyIsSaidAndNotReplaced() throws IOException {
        Path file = folder.resolve("key");
        Files.write(file, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> KeyFile.of(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("it has 3 octets, not 32");
        assertThat(Files.size(file)).isEqualTo(3);
    }
}
