package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WrittenFormsTest {
    @Test
    void placesAreHostAndPort() {
        assertThat(HostAndPort.valueOf("127.0.0.1:5070"))
                .isEqualTo(new HostAndPort("127.0.0.1", 5070));
        assertThat(HostAndPort.valueOf("[::1]:5070")).hasToString("[::1]:5070");
        assertThatIllegalArgumentException().isThrownBy(() -> HostAndPort.valueOf("127.0.0.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> HostAndPort.valueOf("h:70000"));
    }

    @Test
    void spansAreFirstAndLast() {
        assertThat(PortSpan.valueOf("20000-29999")).isEqualTo(new PortSpan(20_000, 29_999));
        assertThat(PortSpan.valueOf("0")).isEqualTo(new PortSpan(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PortSpan.valueOf("9-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> PortSpan.valueOf("many"));
    }
}
