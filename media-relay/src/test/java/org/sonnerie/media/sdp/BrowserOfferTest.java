package org.sonnerie.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.media.sdp.Fixtures.CHROMIUM;
import static org.sonnerie.media.sdp.Fixtures.CHROMIUM_WITH_ALL;
import static org.sonnerie.media.sdp.Fixtures.FIREFOX;
import static org.sonnerie.media.sdp.Fixtures.browserOffer;
import static org.sonnerie.media.sdp.Fixtures.text;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.MediaEvent.NegotiationFailure;

class BrowserOfferTest {
    @Test
    void readsWhatChromiumOffers() {
        BrowserOffer offer = browserOffer(CHROMIUM);
        assertThat(offer.mid()).isEqualTo("0");
        assertThat(offer.ice().ufrag()).hasSize(4);
        assertThat(offer.ice().password()).hasSize(24);
        assertThat(offer.fingerprints()).hasSize(1);
        assertThat(offer.fingerprints().getFirst().algorithm()).isEqualTo("sha-256");
        assertThat(offer.bestCodec()).contains(AudioCodec.OPUS);
        assertThat(offer.format(AudioCodec.OPUS).orElseThrow().payloadType()).isEqualTo(111);
        assertThat(offer.format(AudioCodec.PCMA).orElseThrow().payloadType()).isEqualTo(8);
        assertThat(offer.telephoneEvent(AudioCodec.OPUS).orElseThrow().payloadType())
                .isEqualTo(110);
        assertThat(offer.telephoneEvent(AudioCodec.PCMU).orElseThrow().payloadType())
                .isEqualTo(126);
        assertThat(offer.audioLevelExtension()).isEqualTo(1);
        assertThat(offer.direction()).isEqualTo(Direction.SENDRECV);
    }

    @Test
    void readsWhatFirefoxOffersThoughItsFingerprintStandsAtSessionLevel() {
        BrowserOffer offer = browserOffer(FIREFOX);
        assertThat(offer.format(AudioCodec.OPUS).orElseThrow().payloadType()).isEqualTo(109);
        assertThat(offer.fingerprints()).hasSize(1);
        assertThat(offer.telephoneEvent(AudioCodec.OPUS).orElseThrow().clockRateHz())
                .isEqualTo(8000);
        assertThat(offer.format(AudioCodec.OPUS).orElseThrow().parameter("stereo")).contains("1");
    }

    @Test
    void findsTheAudioAmongOtherMedia() {
        assertThat(browserOffer(CHROMIUM_WITH_ALL).audioIndex()).isEqualTo(1);
    }

    @Test
    void keepsCredentialsOutOfItsText() {
        BrowserOffer offer = browserOffer(CHROMIUM);
        assertThat(offer.toString()).doesNotContain(offer.ice().password());
        assertThat(offer.ice().toString()).doesNotContain(offer.ice().password());
    }

    @ParameterizedTest
    @CsvSource({
        "a=ice-pwd, a=x-pwd, NO_TRANSPORT",
        "a=ice-ufrag, a=x-ufrag, NO_TRANSPORT",
        "a=fingerprint:sha-256, a=fingerprint:sha-256 zz, NO_TRANSPORT",
        "a=setup:actpass, a=setup:passive, NO_TRANSPORT",
        "a=rtcp-mux, a=x-mux, NO_TRANSPORT",
        "m=audio 9, m=audio 0, NO_COMMON_CODEC",
        "m=audio 9, m=video 9, NO_COMMON_CODEC",
        "UDP/TLS/RTP/SAVPF 111 63 9 0 8, UDP/TLS/RTP/SAVPF 63 9, NO_COMMON_CODEC",
        "v=0, v=1, MALFORMED",
        "t=0 0, t, MALFORMED",
        "m=audio 9, m=audio 99999, MALFORMED"
    })
    void refusesWhatCannotBeAnswered(String part, String instead, NegotiationFailure reason) {
        SdpResult<BrowserOffer> result = BrowserOffer.parse(text(CHROMIUM).replace(part, instead));
        assertThat(result).isInstanceOf(SdpResult.Refused.class);
        assertThat(((SdpResult.Refused<BrowserOffer>) result).reason()).isEqualTo(reason);
    }

    @Test
    void refusesWhatIsLargerThan64Kilobytes() {
        String large = text(CHROMIUM) + "a=x\r\n".repeat(14_000);
        assertThat(BrowserOffer.parse(large)).isEqualTo(SdpResult.malformed("larger than 64 kB"));
    }

    @Test
    void refusesAMillionLettersAtOnce() {
        assertThat(BrowserOffer.parse("x".repeat(1 << 20)))
                .isEqualTo(SdpResult.malformed("larger than 64 kB"));
    }

    @Test
    void refusesMorePayloadTypesThanThereAre() {
        String many = text(CHROMIUM).replace("SAVPF 111", "SAVPF 111" + " 1".repeat(10_000));
        assertThat(BrowserOffer.parse(many)).isEqualTo(SdpResult.malformed("line 8"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void survivesAnyDamage(long seed) {
        Random random = new Random(seed);
        String sound = text(CHROMIUM_WITH_ALL);
        for (int i = 0; i < 300; i++) {
            StringBuilder damaged = new StringBuilder(sound);
            for (int k = random.nextInt(6); k >= 0; k--) {
                damage(damaged, random);
            }
            switch (BrowserOffer.parse(damaged.toString())) {
                case SdpResult.Read<BrowserOffer>(BrowserOffer offer) ->
                        assertThat(BrowserAnswerTest.answer(offer).write(offer)).isNotEmpty();
                case SdpResult.Refused<BrowserOffer>(NegotiationFailure reason, String detail) ->
                        assertThat(detail).isNotEmpty();
            }
        }
    }

    static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(40));
        switch (random.nextInt(4)) {
            case 0 -> text.setCharAt(at, (char) random.nextInt(256));
            case 1 -> text.delete(at, end);
            case 2 -> text.insert(at, text.substring(at, end));
            default -> text.insert(at, random.nextInt());
        }
    }
}
