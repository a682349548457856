package org.sonnerie.pbx.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.config.PublicAddresses;

final class EndpointsTest {
    private final Endpoints outside = new Endpoints(false);
    private final Endpoints inside = new Endpoints(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://updates.push.services.mozilla.com:443/wpush/v2/gAAAA",
                "https://web.push.apple.com/QGuQ?x=y"
            })
    void takesPushServices(String text) {
        assertThat(outside.read(text)).contains(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "push",
                "http://push.example.net/a",
                "ftp://push.example.net/a",
                "file:///etc/passwd",
                "https:///a",
                "https://user@push.example.net/a",
                "https://push.example.net/a#b",
                "https://push.example.net:8443/a",
                "https://push example.net/a"
            })
    void takesNothingElse(String text) {
        assertThat(outside.read(text)).isEmpty();
    }

    @Test
    void takesNoEndlessOnes() {
        String text = "https://push.example.net/" + "a".repeat(Endpoints.LONGEST);
        assertThat(outside.read(text)).isEmpty();
        assertThat(outside.read(text.substring(0, Endpoints.LONGEST))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:0:a00:1::1"
            })
    void neverLeadsInside(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThat(outside.leadsOut(URI.create("https://" + host + "/a"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450::1", "2606:4700::1"})
    void leadsOut(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aNameThatMeansAnAddressInsideIsNoWayAround() {
        assertThat(outside.leadsOut(URI.create("https://localhost/a"))).isFalse();
        assertThat(outside.leadsOut(URI.create("https://no-such-host.invalid/a"))).isFalse();
    }

    @Test
    void whereTheSettingSaysSoTheInsideIsAllowed() {
        URI own = URI.create("http://127.0.0.1:1234/a");
        assertThat(inside.read(own.toString())).contains(own);
        assertThat(inside.leadsOut(own)).isTrue();
        assertThat(inside.read("file:///etc/passwd")).isEmpty();
    }
}
