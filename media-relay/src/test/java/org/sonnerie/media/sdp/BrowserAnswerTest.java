package org.sonnerie.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sonnerie.media.sdp.Fixtures.CHROMIUM;
import static org.sonnerie.media.sdp.Fixtures.CHROMIUM_WITH_ALL;
import static org.sonnerie.media.sdp.Fixtures.FIREFOX;
import static org.sonnerie.media.sdp.Fixtures.browserOffer;
import static org.sonnerie.media.sdp.Fixtures.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.AudioCodec;

class BrowserAnswerTest {
    static BrowserAnswer answer(BrowserOffer offer) {
        return new BrowserAnswer(
                4_711,
                1,
                new IceParameters("abcd", "0123456789012345678901"),
                new Fingerprint("sha-256", "AB" + ":CD".repeat(31)),
                offer.bestCodec().orElseThrow(),
                -2,
                List.of(
                        new BrowserAnswer.Candidate("192.0.2.1", 10_000),
                        new BrowserAnswer.Candidate("2001:db8::1", 10_000)));
    }

    private static String written(BrowserOffer offer) {
        return answer(offer).write(offer);
    }

    @Test
    void answersChromiumWithOpusAndKeysOverOnePort() {
        String sdp = written(browserOffer(CHROMIUM));
        assertThat(sdp)
                .startsWith("v=0\r\no=- 4711 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=ice-lite\r\n")
                .contains(
                        "a=group:BUNDLE 0\r\n",
                        "m=audio 10000 UDP/TLS/RTP/SAVPF 111 110\r\nc=IN IP4 192.0.2.1\r\n",
                        "a=mid:0\r\na=sendrecv\r\n",
                        "a=rtpmap:111 opus/48000/2\r\n",
                        "a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1\r\n",
                        "a=rtpmap:110 telephone-event/48000\r\na=fmtp:110 0-15\r\n",
                        "a=rtcp-mux\r\n",
                        "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level\r\n",
                        "a=ice-ufrag:abcd\r\na=ice-pwd:0123456789012345678901\r\n",
                        "a=setup:passive\r\n",
                        "a=ssrc:4294967294 cname:sonnerie\r\n",
                        "a=candidate:1 1 udp 2130706431 192.0.2.1 10000 typ host\r\n",
                        "a=candidate:2 1 udp 2130706175 2001:db8::1 10000 typ host\r\n"
                                + "a=candidate:3 1 TCP 1520435199 192.0.2.1 10000 typ host"
                                + " tcptype passive\r\n"
                                + "a=candidate:4 1 TCP 1520434943 2001:db8::1 10000 typ host"
                                + " tcptype passive\r\n")
                .endsWith("a=end-of-candidates\r\n");
    }

    @Test
    void refusesEveryOtherMediaInItsPlace() {
        BrowserOffer offer = browserOffer(CHROMIUM_WITH_ALL);
        SessionDescription answered = read(SessionDescription.parse(written(offer)));
        assertThat(answered.media())
                .extracting(MediaDescription::kind)
                .containsExactly("video", "audio", "application");
        assertThat(answered.media())
                .extracting(MediaDescription::port)
                .containsExactly(0, 10_000, 0);
        assertThat(answered.attribute("group")).contains("BUNDLE " + offer.mid());
    }

    @Test
    void answersFirefoxWithKeysAtTheOnlyRateItHas() {
        assertThat(written(browserOffer(FIREFOX)))
                .contains(
                        "m=audio 10000 UDP/TLS/RTP/SAVPF 109 101\r\n",
                        "a=rtpmap:101 telephone-event/8000\r\n");
    }

    @Test
    void turnsTheDirectionRound() {
        String sendonly = Fixtures.text(CHROMIUM).replace("a=sendrecv", "a=sendonly");
        BrowserOffer offer = read(BrowserOffer.parse(sendonly));
        assertThat(written(offer)).contains("a=recvonly\r\n").doesNotContain("a=ssrc:");
    }

    @Test
    void canBeReadAsASessionDescription() {
        SessionDescription answered =
                read(SessionDescription.parse(written(browserOffer(CHROMIUM))));
        assertThat(answered.media().getFirst().rtpFormats())
                .extracting(RtpFormat::payloadType)
                .containsExactly(111, 110);
    }

    @Test
    void cannotUseACodecThatWasNotOffered() {
        BrowserOffer opusOnly =
                read(
                        BrowserOffer.parse(
                                Fixtures.text(CHROMIUM).replace(" 111 63 9 0 8 13", " 111")));
        BrowserAnswer wrong =
                new BrowserAnswer(
                        1,
                        1,
                        opusOnly.ice(),
                        opusOnly.fingerprints().getFirst(),
                        AudioCodec.PCMA,
                        1,
                        List.of(new BrowserAnswer.Candidate("192.0.2.1", 1)));
        assertThatThrownBy(() -> wrong.write(opusOnly))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
