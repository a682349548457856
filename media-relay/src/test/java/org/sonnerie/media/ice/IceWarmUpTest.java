package org.sonnerie.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IceWarmUpTest {
    @Test
    void itsChecksAreAnsweredAsTheyShould() {
        assertThat(IceWarmUp.run(300)).isTrue();
    }

    @Test
    void newCredentialsAreLongEnoughAndDiffer() {
        Random random = new Random(8839);
        IceCredentials one = IceCredentials.generate(random);
        IceCredentials other = IceCredentials.generate(random);

        assertThat(one.ufrag()).hasSize(8).isNotEqualTo(other.ufrag());
        assertThat(one.password()).hasSize(24).isNotEqualTo(other.password());
        assertThat(one.toString()).doesNotContain(one.password());
    }

    @Test
    void unusableCredentialsAreTold() {
        assertThat(IceCredentials.isUsable("abc", "0123456789012345678901")).isFalse();
        assertThat(IceCredentials.isUsable("abcd", "012345678901234567890")).isFalse();
        assertThat(IceCredentials.isUsable("ab:d", "0123456789012345678901")).isFalse();
        assertThat(IceCredentials.isUsable("a".repeat(257), "0123456789012345678901")).isFalse();
        assertThat(IceCredentials.isUsable("abcd", "0123456789012345678901")).isTrue();
    }
}
