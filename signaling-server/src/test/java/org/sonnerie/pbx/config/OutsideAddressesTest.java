package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No spelling of an address leads a webhook into the server's own net. */
class OutsideAddressesTest {
    private static final WebhookSettings NOTHING = new WebhookSettings(List.of(), List.of());

    /** As a name service that answers whatever is asked with the machine itself. */
    private static final OutsideAddresses ADDRESSES =
            new OutsideAddresses(
                    NOTHING, _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Ways and forms that are none of a webhook.
                "http://crm.example.org/",
                "ftp://crm.example.org/",
                "file:///etc/passwd",
                "gopher://127.0.0.1/",
                "jar:https://crm.example.org!/",
                "//crm.example.org/",
                "crm.example.org",
                "https:///path",
                "https://",
                "https:crm.example.org",
                "https://user@crm.example.org/",
                "https://user:password@127.0.0.1/",
                "https://crm.example.org@127.0.0.1/",
                "https://127.0.0.1#@crm.example.org/",
                "https://crm.example.org/#here",
                "https://crm.example.org:0/",
                "https://crm.example.org:65536/",
                "https://crm.example.org:-1/",
                "https://crm.example.org\\@127.0.0.1/",
                "https://crm.example.org/\r\nHost: 127.0.0.1",
                "https://crm.example.org /",
                // Names.
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://metadata.google.internal/",
                "https://127.0.0.1.nip.example/",
                "https://-crm.example.org/",
                "https://crm..example.org/",
                "https://crm_1.example.org/",
                // One machine's own, as addresses are written by hand.
                "https://127.0.0.1/",
                "https://127.0.0.1:8080/",
                "https://127.0.0.1./",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.255.255.254/",
                "https://2130706433/",
                "https://017700000001/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0x7f.0x0.0x0.0x1/",
                "https://0177.0.0.1/",
                "https://0177.0.0.01/",
                "https://127.0.0.0x1/",
                "https://crm.example.0x1/",
                "https://crm.example.1/",
                "https://127.0.0.256/",
                "https://00127.0.0.1/",
                "https://%31%32%37.0.0.1/",
                "https://127.0.0.1%2f@crm.example.org/",
                "https://①②⑦.⓪.⓪.①/",
                "https://１２７.0.0.1/",
                "https://127。0。0。1/",
                "https://ⓛocalhost/",
                // Nets.
                "https://0.0.0.0/",
                "https://0/",
                "https://10.0.0.1/",
                "https://10.255.255.255/",
                "https://100.64.0.1/",
                "https://100.100.100.200/",
                "https://168.63.129.16/",
                "https://169.254.169.254/latest/meta-data/",
                "https://169.254.170.2/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.0.0.192/",
                "https://192.0.2.1/",
                "https://192.88.99.1/",
                "https://192.168.1.1/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://239.255.255.250/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                // IPv6.
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::127.0.0.1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::ffff:0:127.0.0.1]/",
                "https://[64:ff9b::127.0.0.1]/",
                "https://[64:ff9b::8.8.8.8]/",
                "https://[64:ff9b:1::a00:1]/",
                "https://[100::1]/",
                "https://[2001::1]/",
                "https://[2001:db8::1]/",
                "https://[2002:7f00:1::]/",
                "https://[2002:a00:1::1]/",
                "https://[2a00:1450::5efe:10.0.0.1]/",
                "https://[3fff::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[::1/"
            })
    void leadsNowhere(String text) throws UnknownHostException {
        Optional<URI> read = ADDRESSES.read(text);

        assertThat(read.isEmpty() || ADDRESSES.resolve(read.get()).isEmpty()).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://8.8.8.8/hook",
                "https://[2a00:1450:4007:80e::200e]/hook",
                "https://8.8.8.8:8443/hook?key=1"
            })
    void outsideIsReached(String text) throws UnknownHostException {
        URI read = ADDRESSES.read(text).orElseThrow();

        assertThat(ADDRESSES.mayLeadOut(read)).isTrue();
        assertThat(ADDRESSES.resolve(read)).hasSize(1);
    }

    @Test
    void whatIsPrivateByItsSpellingIsKnownWithoutAskingAnybody() {
        OutsideAddresses silent =
                new OutsideAddresses(
                        NOTHING,
                        _ -> {
                            throw new AssertionError("nobody is to be asked");
                        });

        assertThat(silent.mayLeadOut(URI.create("https://10.0.0.1/"))).isFalse();
        assertThat(silent.mayLeadOut(URI.create("https://[::1]/"))).isFalse();
        assertThat(silent.mayLeadOut(URI.create("https://crm.example.org/"))).isTrue();
    }

    @Test
    void aNameOfWhichOneAddressIsPrivateIsNotReachedAtAll() throws UnknownHostException {
        InetAddress[] both = {InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1")};
        OutsideAddresses mixed = new OutsideAddresses(NOTHING, _ -> both);

        assertThat(mixed.resolve(URI.create("https://crm.example.org/"))).isEmpty();
    }

    @Test
    void whatTheSettingsAllowIsReached() throws UnknownHostException {
        OutsideAddresses inside =
                new OutsideAddresses(
                        new WebhookSettings(
                                List.of("10.1.2.0/24", "fd00::/8", ""), List.of("Crm.example.org")),
                        _ -> new InetAddress[] {InetAddress.ofLiteral("10.1.2.3")});

        URI plain = inside.read("http://crm.example.ORG/hook").orElseThrow();
        assertThat(inside.resolve(plain)).containsExactly(InetAddress.ofLiteral("10.1.2.3"));
        assertThat(inside.read("http://www.example.org/hook")).isEmpty();
        assertThat(inside.mayLeadOut(URI.create("https://[fd00::1]/"))).isTrue();
        assertThat(inside.mayLeadOut(URI.create("https://10.1.3.1/"))).isFalse();
        assertThat(inside.mayLeadOut(URI.create("https://127.0.0.1/"))).isFalse();
    }
}
