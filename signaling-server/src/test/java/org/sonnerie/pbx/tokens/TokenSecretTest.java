package org.sonnerie.pbx.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenSecretTest {
    @Test
    void aFreshOneIsWellFormedAndShowsLittleOfItself() {
        TokenSecret secret = TokenSecret.fresh();

        assertThat(secret.isWellFormed()).isTrue();
        assertThat(secret.text()).startsWith("snr_").hasSize(47);
        assertThat(secret.prefix()).hasSize(10).startsWith("snr_");
        assertThat(secret.toString()).doesNotContain(secret.text());
        assertThat(TokenSecret.fresh().text()).isNotEqualTo(secret.text());
    }

    @Test
    void itIsKeptAsItsSha256Digest() {
        assertThat(new TokenSecret("abc").digest())
                .as("FIPS 180-4, the example of one block")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void nothingElseIsLookedUp() {
        for (String other : new String[] {"", "snr_", "snr_short", "x".repeat(47), "snr_' or 1"}) {
            assertThat(new TokenSecret(other).isWellFormed()).as(other).isFalse();
        }
    }
}
