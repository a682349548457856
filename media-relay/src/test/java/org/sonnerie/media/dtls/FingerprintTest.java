package org.sonnerie.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String HEX = "ab:".repeat(31) + "CD";

    @Test
    void readsWhatBrowsersWrite() {
        Fingerprint fingerprint = Fingerprint.parse("SHA-256 " + HEX).orElseThrow();

        assertThat(fingerprint.toString()).isEqualTo("sha-256 " + "AB:".repeat(31) + "CD");
    }

    @Test
    void refusesWeakUnknownAndBrokenOnes() {
        String[] unusable = {
            "sha-1 " + "ab:".repeat(19) + "cd",
            "md5 " + HEX,
            "sha-512 " + HEX,
            "sha-256 " + HEX + ":00",
            "sha-256 " + HEX.replace(':', '-'),
            "sha-256 zz" + HEX.substring(2),
            "sha-256",
            "",
            " ",
            "sha-256 " + "ab:".repeat(100_000)
        };
        for (String text : unusable) {
            assertThat(Fingerprint.parse(text))
                    .as(text.substring(0, Math.min(20, text.length())))
                    .isEmpty();
        }
    }

    @Test
    void matchesItsCertificateOnly() {
        byte[] certificate = {1, 2, 3};

        assertThat(Fingerprint.of("sha-512", certificate).matches(certificate)).isTrue();
        assertThat(Fingerprint.of("sha-256", certificate).matches(new byte[] {1, 2, 4})).isFalse();
    }
}
