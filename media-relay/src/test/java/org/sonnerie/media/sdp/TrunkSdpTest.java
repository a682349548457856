package org.sonnerie.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.media.sdp.Fixtures.read;
import static org.sonnerie.media.sdp.Fixtures.text;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.MediaEvent.NegotiationFailure;

class TrunkSdpTest {
    private static final List<AudioCodec> ALL =
            List.of(AudioCodec.OPUS, AudioCodec.PCMA, AudioCodec.PCMU);
    private static final TrunkSide SIDE = new TrunkSide(5, 6, "192.0.2.7", 20_002);

    private static TrunkSdp carrier(String name, List<AudioCodec> allowed) {
        return read(TrunkSdp.parse(text(name), allowed));
    }

    @Test
    void readsAnOfferOfALawAndKeys() {
        TrunkSdp offer = carrier("carrier-alaw-offer.sdp", ALL);
        assertThat(offer.codec()).isEqualTo(AudioCodec.PCMA);
        assertThat(offer.connection().address()).isEqualTo("203.0.113.10");
        assertThat(offer.connection().isPrivate()).isFalse();
        assertThat(offer.port()).isEqualTo(30_124);
        assertThat(offer.telephoneEvent().orElseThrow().payloadType()).isEqualTo(101);
        assertThat(offer.direction()).isEqualTo(Direction.SENDRECV);
    }

    @Test
    void answersWithOneCodecAndKeys() {
        String answer = SIDE.answer(carrier("carrier-alaw-offer.sdp", ALL));
        assertThat(answer)
                .isEqualTo(
                        """
                        v=0
                        o=- 5 6 IN IP4 192.0.2.7
                        s=-
                        c=IN IP4 192.0.2.7
                        t=0 0
                        m=audio 20002 RTP/AVP 8 101
                        a=rtpmap:8 PCMA/8000
                        a=rtpmap:101 telephone-event/8000
                        a=fmtp:101 0-15
                        a=ptime:20
                        a=sendrecv
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void knowsStaticPayloadTypesAndPrivateAddressesAndRefusesFax() {
        TrunkSdp offer = carrier("carrier-static-types-offer.sdp", ALL);
        assertThat(offer.codec()).isEqualTo(AudioCodec.PCMU);
        assertThat(offer.connection().isPrivate()).isTrue();
        assertThat(offer.telephoneEvent()).isEmpty();
        assertThat(SIDE.answer(offer)).endsWith("m=image 0 udptl t38\r\n");
    }

    @Test
    void takesOnlyWhatTheTrunkAllows() {
        List<AudioCodec> aLawOnly = List.of(AudioCodec.PCMA);
        assertThat(carrier("carrier-static-types-offer.sdp", aLawOnly).codec())
                .isEqualTo(AudioCodec.PCMA);
        SdpResult<TrunkSdp> refused =
                TrunkSdp.parse(text("carrier-alaw-offer.sdp"), List.of(AudioCodec.PCMU));
        assertThat(((SdpResult.Refused<TrunkSdp>) refused).reason())
                .isEqualTo(NegotiationFailure.NO_COMMON_CODEC);
    }

    @Test
    void takesTheUnspecifiedAddressForHold() {
        TrunkSdp offer = carrier("carrier-old-hold-offer.sdp", ALL);
        assertThat(offer.direction()).isEqualTo(Direction.INACTIVE);
        assertThat(offer.connection().isUsable()).isFalse();
        assertThat(SIDE.answer(offer)).contains("a=inactive\r\n");
    }

    @Test
    void readsAnAnswerWithIpv6AndADirectionAtSessionLevel() {
        TrunkSdp answer = carrier("carrier-ipv6-answer.sdp", ALL);
        assertThat(answer.codec()).isEqualTo(AudioCodec.OPUS);
        assertThat(answer.direction()).isEqualTo(Direction.SENDONLY);
        assertThat(answer.connection().isUsable()).isTrue();
        assertThat(answer.telephoneEvent().orElseThrow().payloadType()).isEqualTo(102);
    }

    @Test
    void refusesAnOfferWithoutAnAddress() {
        String sdp = text("carrier-alaw-offer.sdp").replace("c=IN IP4 203.0.113.10\r\n", "");
        assertThat(((SdpResult.Refused<TrunkSdp>) TrunkSdp.parse(sdp, ALL)).reason())
                .isEqualTo(NegotiationFailure.NO_TRANSPORT);
    }

    @Test
    void offersWhatItCanReadItself() {
        TrunkSdp offer = read(TrunkSdp.parse(SIDE.offer(ALL), ALL));
        assertThat(offer.formats())
                .extracting(format -> format.codec().orElseThrow())
                .containsExactly(AudioCodec.OPUS, AudioCodec.PCMA, AudioCodec.PCMU);
        assertThat(SIDE.offer(List.of(AudioCodec.PCMA, AudioCodec.PCMU)))
                .contains("m=audio 20002 RTP/AVP 8 0 101\r\n")
                .doesNotContain("48000");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void survivesAnyDamage(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder damaged = new StringBuilder(text("carrier-static-types-offer.sdp"));
            for (int k = random.nextInt(4); k >= 0; k--) {
                BrowserOfferTest.damage(damaged, random);
            }
            if (TrunkSdp.parse(damaged.toString(), ALL)
                    instanceof SdpResult.Read<TrunkSdp>(TrunkSdp offer)) {
                assertThat(SIDE.answer(offer)).contains("m=audio 20002 RTP/AVP ");
            }
        }
    }
}
