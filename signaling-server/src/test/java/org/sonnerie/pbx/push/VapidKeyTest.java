package org.sonnerie.pbx.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VapidKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final URI ENDPOINT = URI.create("https://push.example.net:8443/p/secret");

    @TempDir Path folder;

    @Test
    void theKeyIsMadeOnceAndIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("push-key");
        VapidKey made = VapidKey.of(file, Optional.empty());
        assertThat(VapidKey.of(file, Optional.empty()).publicKey()).isEqualTo(made.publicKey());
        assertThat(Base64.getUrlDecoder().decode(made.publicKey())).hasSize(65);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        VapidKey other = VapidKey.of(folder.resolve("other"), Optional.empty());
        assertThat(other.publicKey()).isNotEqualTo(made.publicKey());
    }

    @Test
    void aFileThatHoldsNoKeyIsSaid() throws IOException {
        Path file = folder.resolve("push-key");
        Files.write(file, new byte[97]);
        assertThatThrownBy(() -> VapidKey.of(file, Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
        Files.write(file, new byte[96]);
        assertThatThrownBy(() -> VapidKey.of(file, Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void saysWhoAsksAndWhereAndUntilWhen() throws GeneralSecurityException {
        VapidKey key = VapidKey.of(folder.resolve("k"), Optional.of("mailto:it@example.org"));
        String header = key.authorization(ENDPOINT, NOW);
        assertThat(header).startsWith("vapid t=").endsWith(", k=" + key.publicKey());
        String token = header.substring("vapid t=".length(), header.indexOf(','));
        List<String> parts = parts(token);
        assertThat(text(parts.get(0))).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        assertThat(text(parts.get(1)))
                .isEqualTo(
                        "{\"aud\":\"https://push.example.net:8443\",\"exp\":"
                                + NOW.plusSeconds(12 * 3_600).getEpochSecond()
                                + ",\"sub\":\"mailto:it@example.org\"}");
        assertThat(isSigned(key, parts.get(0) + "." + parts.get(1), parts.get(2))).isTrue();
        assertThat(isSigned(key, parts.get(0) + "." + parts.get(0), parts.get(2))).isFalse();
    }

    @Test
    void withoutAContactItNamesNone() {
        String header =
                VapidKey.of(folder.resolve("k"), Optional.empty()).authorization(ENDPOINT, NOW);
        assertThat(text(parts(header).get(1))).doesNotContain("sub");
    }

    private static boolean isSigned(VapidKey key, String content, String signature)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(
                P256.publicKey(Base64.getUrlDecoder().decode(key.publicKey())).orElseThrow());
        check.update(content.getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(signature));
    }

    private static List<String> parts(String token) {
        return List.of(token.split("\\.", -1));
    }

    private static String text(String base64Url) {
        return new String(Base64.getUrlDecoder().decode(base64Url), StandardCharsets.UTF_8);
    }
}
