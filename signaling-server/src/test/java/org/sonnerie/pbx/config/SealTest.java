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

    private SecretKey key(String name) {
        return KeyFile.of(folder.resolve(name));
    }

    @Test
    void whatIsSealedIsOpenedWithTheSameKeyAtTheSamePlaceOnly() {
        Seal seal = new Seal(key("a"));
        String sealed = seal.close("pässword", PLACE);

        assertThat(sealed).startsWith("1.").doesNotContain("ssword").isPrintable();
        assertThat(new Seal(key("a")).open(sealed, PLACE)).contains("pässword");
        assertThat(seal.open(sealed, "acme/other")).isEmpty();
        assertThat(new Seal(key("b")).open(sealed, PLACE)).isEmpty();
    }

    @Test
    void theSamePasswordNeverLooksTheSame() {
        Seal seal = new Seal(key("a"));

        assertThat(seal.close("x", PLACE)).isNotEqualTo(seal.close("x", PLACE));
    }

    @Test
    void anythingElseIsNotOpened() {
        Seal seal = new Seal(key("a"));
        String sealed = seal.close("secret", PLACE);
        char changed = sealed.charAt(10) == 'A' ? 'B' : 'A';

        assertThat(seal.open(sealed.substring(0, 10) + changed + sealed.substring(11), PLACE))
                .isEmpty();
        assertThat(seal.open("", PLACE)).isEmpty();
        assertThat(seal.open("1.", PLACE)).isEmpty();
        assertThat(seal.open("1.AAAA", PLACE)).isEmpty();
        assertThat(seal.open("1.!", PLACE)).isEmpty();
        assertThat(seal.open("2." + sealed.substring(2), PLACE)).isEmpty();
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
