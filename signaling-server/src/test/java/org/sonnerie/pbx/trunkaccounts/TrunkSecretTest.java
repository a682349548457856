package org.sonnerie.pbx.trunkaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrunkSecretTest {
    @Test
    void aSecretNeverTellsItself() {
        assertThat(new TrunkSecret("hunter2").toString()).doesNotContain("hunter2");
        assertThatThrownBy(() -> new TrunkSecret(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrunkSecret("hunter2 ".repeat(100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }
}
