package org.sonnerie.pbx.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class PushSealTest {
    private static final String TEXT = "When I grow up, I want to be a watermelon";

    /** RFC 8291, section 5 and appendix A. */
    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";

    private static byte[] octets(String base64Url) {
        return Base64.getUrlDecoder().decode(base64Url);
    }

    @Test
    void sealsAsTheExampleOfRfc8291() {
        BrowserKeys to = BrowserKeys.read(RECEIVER, SECRET).orElseThrow();
        KeyPair sender =
                new KeyPair(
                        P256.publicKey(
                                        octets(
                                                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYL"
                                                        + "ocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"))
                                .orElseThrow(),
                        P256.privateKey(octets("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        byte[] salt = octets("DGv6ra1nlYgDCS1FRnbzlw");
        byte[] body = PushSeal.close(TEXT.getBytes(StandardCharsets.UTF_8), to, sender, salt);
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                                + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                                + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void sealsEachTimeWithNewKeysForThatBrowserAlone() {
        Opening browser = new Opening();
        BrowserKeys to = BrowserKeys.read(browser.p256dh(), browser.auth()).orElseThrow();
        byte[] text = "é ".repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] first = PushSeal.close(text, to);
        byte[] second = PushSeal.close(text, to);
        assertThat(first).isNotEqualTo(second).hasSize(21 + 65 + text.length + 1 + 16);
        assertThat(browser.text(first)).isEqualTo(browser.text(second)).isEqualTo("é ".repeat(100));
        assertThatThrownBy(() -> new Opening().text(first)).isInstanceOf(AssertionError.class);
    }

    @Test
    void takesNoMoreThanPushServicesDo() {
        BrowserKeys to = BrowserKeys.read(RECEIVER, SECRET).orElseThrow();
        assertThat(PushSeal.close(new byte[PushSeal.LONGEST], to)).hasSize(4_096);
        assertThatThrownBy(() -> PushSeal.close(new byte[PushSeal.LONGEST + 1], to))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsNoKeysThatAreNone() {
        assertThat(BrowserKeys.read(RECEIVER, SECRET)).isPresent();
        assertThat(BrowserKeys.read(RECEIVER, SECRET + "AAAA")).isEmpty();
        assertThat(BrowserKeys.read(RECEIVER, "")).isEmpty();
        assertThat(BrowserKeys.read(RECEIVER, "not base64!")).isEmpty();
        assertThat(BrowserKeys.read("", SECRET)).isEmpty();
        assertThat(BrowserKeys.read(RECEIVER.substring(0, 80), SECRET)).isEmpty();
        // Another form than the uncompressed one, and a point beside the curve.
        byte[] point = octets(RECEIVER);
        point[0] = 3;
        assertThat(BrowserKeys.read(coded(point), SECRET)).isEmpty();
        point[0] = 4;
        point[64] ^= 1;
        assertThat(BrowserKeys.read(coded(point), SECRET)).isEmpty();
        assertThat(BrowserKeys.read(coded(new byte[65]), SECRET)).isEmpty();
    }

    private static String coded(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
