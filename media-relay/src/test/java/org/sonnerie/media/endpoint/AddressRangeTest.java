package org.sonnerie.media.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24,203.0.113.255,true",
        "203.0.113.0/24,203.0.114.0,false",
        "203.0.113.128/25,203.0.113.127,false",
        "203.0.113.128/25,203.0.113.128,true",
        "10.0.0.0/9,10.127.0.1,true",
        "10.0.0.0/9,10.128.0.1,false",
        "0.0.0.0/0,198.51.100.1,true",
        "198.51.100.7,198.51.100.7,true",
        "198.51.100.7,198.51.100.8,false",
        "2001:db8::/32,2001:db8:1::1,true",
        "2001:db8::/32,2001:db9::1,false",
        "2001:db8::/32,198.51.100.7,false"
    })
    void containsWhatSharesItsPrefix(String range, String address, boolean contained) {
        AddressRange parsed = AddressRange.parse(range).orElseThrow();
        assertThat(parsed.contains(InetAddress.ofLiteral(address))).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x"})
    void refusesWhatIsNoNetwork(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void aNameIsNeverLookedUp() {
        assertThat(AddressRange.parse("localhost")).isEmpty();
    }
}
