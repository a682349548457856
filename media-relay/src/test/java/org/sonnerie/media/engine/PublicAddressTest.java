package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.MediaSettings;

class PublicAddressTest {
    @Test
    void aCarrierIsToldThePublicAddressOfTheSameFamily() {
        assertThat(shown("192.168.1.5", "2001:db8::1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(shown("192.168.1.5", "2001:db8::1")).isEqualTo("192.168.1.5");
        assertThat(shown("192.168.1.5")).isEqualTo("192.168.1.5");
    }

    @Test
    void onThisMachineTheLoopbackAddressStays() {
        assertThat(shown("127.0.0.1", "203.0.113.9")).isEqualTo("127.0.0.1");
    }

    private static String shown(String bound, String... publicAddresses) {
        return MediaEngine.shownToCarriers(
                new MediaSettings(
                        0,
                        List.of("192.168.1.5"),
                        List.of(publicAddresses),
                        bound,
                        new MediaSettings.PortRange(0, 0),
                        1,
                        false));
    }
}
