package org.sonnerie.pbx.trunks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;

class HeldPasswordTest {
    private static final HeldPassword ONE = new HeldPassword(new TrunkSecret("hush-é"));

    @Test
    void itIsToldWhenItIsAskedFor() {
        assertThat(ONE.open()).isEqualTo("hush-é");
        assertThat(ONE).hasToString("HeldPassword");
    }

    @Test
    void theSamePasswordIsTheSameHoweverOftenItIsSealed() {
        HeldPassword same = new HeldPassword(new TrunkSecret("hush-é"));

        assertThat(same).isEqualTo(ONE).hasSameHashCodeAs(ONE);
        assertThat(new HeldPassword(new TrunkSecret("hush-e"))).isNotEqualTo(ONE);
    }
}
