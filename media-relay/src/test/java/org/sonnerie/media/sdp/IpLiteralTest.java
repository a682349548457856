package org.sonnerie.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "1::",
                "2001:db8::1",
                "1:2:3:4:5:6:7:8",
                "::ffff:192.0.2.1",
                "fe80::1"
            })
    void knowsIpv6(String text) {
        assertThat(IpLiteral.isIpv6(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "g::1",
                "192.0.2.1",
                "fe80::1%eth0",
                "1.2.3.4::",
                "::1.2.3.256"
            })
    void doesNotTakeOtherTextForIpv6(String text) {
        assertThat(IpLiteral.isIpv6(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3", "1.2.3.4.5", "256.1.1.1", "a.b.c.d", "1.2.3.-4", "1..2.3"})
    void doesNotTakeOtherTextForIpv4(String text) {
        assertThat(IpLiteral.isIpv4(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1", "127.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
                        "100.64.0.1",
                "169.254.1.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "fd00::1",
                "fe80::1", "ff02::1", "host.example"
            })
    void takesThemForPrivate(String address) {
        assertThat(new Connection(address, false).isPrivate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.2.1",
                "2001:db8::1",
                "2a00::1"
            })
    void takesThemForPublic(String address) {
        assertThat(new Connection(address, false).isPrivate()).isFalse();
    }
}
