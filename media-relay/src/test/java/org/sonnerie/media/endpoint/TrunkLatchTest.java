package org.sonnerie.media.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.TrunkMedia;
import org.sonnerie.media.sdp.SdpResult;
import org.sonnerie.media.sdp.TrunkSdp;

class TrunkLatchTest {
    private static final long SECOND = 1_000_000_000L;
    private static final InetSocketAddress CARRIER = at("198.51.100.7", 30_000);

    private final TrunkLatch latch = new TrunkLatch();

    @Test
    void sendsWhereTheSdpSaysUntilThePortIsLearned() {
        renew("198.51.100.7", "198.51.100.1");
        assertThat(latch.target()).isEqualTo(at("198.51.100.7", 40_000));

        assertThat(latch.accept(CARRIER, 1, 0)).isTrue();

        assertThat(latch.target()).isEqualTo(CARRIER);
    }

    @Test
    void takesNothingFromAnotherAddress() {
        renew("198.51.100.7", "198.51.100.1");
        assertThat(latch.accept(at("203.0.113.5", 30_000), 1, 0)).isFalse();
        assertThat(latch.accept(at("198.51.100.1", 30_000), 1, 0)).isFalse();
        assertThat(latch.isFromCarrier(InetAddress.ofLiteral("203.0.113.5"))).isFalse();
    }

    @Test
    void theFirstPortIsKeptAgainstAnotherOfTheSameAddress() {
        renew("198.51.100.7", "198.51.100.1");
        assertThat(latch.accept(CARRIER, 1, 0)).isTrue();

        assertThat(latch.accept(at("198.51.100.7", 31_000), 2, SECOND)).isFalse();

        assertThat(latch.accept(CARRIER, 1, SECOND)).isTrue();
        assertThat(latch.target()).isEqualTo(CARRIER);
    }

    @Test
    void anotherPortIsLearnedAfterTwoSecondsOfSilence() {
        renew("198.51.100.7", "198.51.100.1");
        assertThat(latch.accept(CARRIER, 1, 0)).isTrue();

        InetSocketAddress moved = at("198.51.100.7", 31_000);
        assertThat(latch.accept(moved, 2, 2 * SECOND)).isFalse();
        assertThat(latch.accept(moved, 2, 2 * SECOND + 1)).isTrue();
        assertThat(latch.target()).isEqualTo(moved);
    }

    @Test
    void silenceOpensNothingForAnotherAddress() {
        renew("198.51.100.7", "198.51.100.1");
        assertThat(latch.accept(CARRIER, 1, 0)).isTrue();

        assertThat(latch.accept(at("203.0.113.5", 30_000), 2, 60 * SECOND)).isFalse();
    }

    @Test
    void aSecondSourceFromTheSamePortIsTakenOnlyWhenTheFirstHasStopped() {
        renew("198.51.100.7", "198.51.100.1");
        assertThat(latch.accept(CARRIER, 1, 0)).isTrue();
        assertThat(latch.accept(CARRIER, 2, SECOND / 10)).isFalse();
        assertThat(latch.accept(CARRIER, 2, SECOND)).isTrue();
        assertThat(latch.accept(CARRIER, 1, SECOND)).isFalse();
    }

    @Test
    void aNewOfferLetsThePortBeLearnedAnew() {
        renew("198.51.100.7", "198.51.100.1");
        assertThat(latch.accept(CARRIER, 1, 0)).isTrue();

        renew("198.51.100.7", "198.51.100.1");

        InetSocketAddress moved = at("198.51.100.7", 31_000);
        assertThat(latch.accept(moved, 2, 1)).isTrue();
        assertThat(latch.accept(CARRIER, 1, 2)).isFalse();
    }

    @Test
    void aCarrierThatMovesIsSentToWhereItSaysAndNoLongerHeardFromWhereItWas() {
        renew("198.51.100.7", "198.51.100.1");
        assertThat(latch.accept(CARRIER, 1, 0)).isTrue();

        renew("198.51.100.8", "198.51.100.1");

        assertThat(latch.target()).isEqualTo(at("198.51.100.8", 40_000));
        assertThat(latch.accept(CARRIER, 1, 1)).isFalse();
        assertThat(latch.accept(at("198.51.100.8", 30_000), 1, 2)).isTrue();
    }

    @Test
    void aPrivateAddressFromAPublicCarrierIsRepaired() {
        renew("192.168.1.5", "198.51.100.1", "203.0.113.0/24");
        assertThat(latch.target()).isEqualTo(at("198.51.100.1", 40_000));
        assertThat(latch.accept(at("192.168.1.5", 40_000), 1, 0)).isFalse();
        assertThat(latch.accept(at("203.0.113.9", 50_000), 1, 0)).isTrue();
        assertThat(latch.accept(at("198.51.100.1", 40_000), 2, SECOND)).isFalse();
    }

    @Test
    void aPrivateAddressFromAPrivateCarrierIsMeant() {
        renew("192.168.1.5", "192.168.1.1");
        assertThat(latch.target()).isEqualTo(at("192.168.1.5", 40_000));
        assertThat(latch.accept(at("192.168.1.5", 40_000), 1, 0)).isTrue();
    }

    @Test
    void anIpv6CarrierIsHeldToItsAddressAndItsFirstPort() {
        InetSocketAddress carrier = at("2001:db8::7", 30_000);
        renew("2001:DB8:0::7", "2001:db8::1");
        assertThat(latch.target()).isEqualTo(at("2001:db8::7", 40_000));
        assertThat(latch.accept(at("2001:db8::1", 30_000), 1, 0)).isFalse();
        assertThat(latch.accept(CARRIER, 1, 0)).isFalse();

        assertThat(latch.accept(carrier, 1, 0)).isTrue();

        assertThat(latch.target()).isEqualTo(carrier);
        assertThat(latch.accept(at("2001:db8::7", 31_000), 2, SECOND)).isFalse();
        assertThat(latch.accept(at("2001:db8::8", 30_000), 2, 60 * SECOND)).isFalse();
    }

    @Test
    void aPrivateIpv6AddressFromAPublicCarrierIsRepaired() {
        renew("fd12:3456::5", "2001:db8::1", "2001:db8:5::/48");
        assertThat(latch.target()).isEqualTo(at("2001:db8::1", 40_000));
        assertThat(latch.accept(at("fd12:3456::5", 40_000), 1, 0)).isFalse();
        assertThat(latch.accept(at("2001:db8:5::9", 50_000), 1, 0)).isTrue();
    }

    @Test
    void aPrivateIpv6AddressFromAPrivateCarrierIsMeant() {
        renew("fd12:3456::5", "fd12:3456::1");
        assertThat(latch.target()).isEqualTo(at("fd12:3456::5", 40_000));
        assertThat(latch.accept(at("fd12:3456::5", 40_000), 1, 0)).isTrue();
    }

    private void renew(String inSdp, String signalling, String... networks) {
        String sdp =
                "v=0\r\no=- 1 1 IN IP4 x\r\ns=-\r\nc=IN "
                        + (inSdp.contains(":") ? "IP6 " : "IP4 ")
                        + inSdp
                        + "\r\nt=0 0\r\nm=audio 40000 RTP/AVP 8\r\n";
        List<AudioCodec> codecs = List.of(AudioCodec.PCMA);
        if (TrunkSdp.parse(sdp, codecs) instanceof SdpResult.Read<TrunkSdp>(TrunkSdp parsed)) {
            latch.renew(parsed, new TrunkMedia(codecs, signalling, List.of(networks)));
        } else {
            throw new AssertionError("not parsed");
        }
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }
}
