package org.sonnerie.trunk.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 7616 section 3.9.1, and what is not answered. */
final class DigestTest {
    private static final Credentials MUFASA =
            new Credentials("Mufasa", () -> "Circle of Life", Optional.of("http-auth@example.org"));

    private static String challenge(String algorithm, String qop) {
        return "Digest realm=\"http-auth@example.org\", qop=\""
                + qop
                + "\", algorithm="
                + algorithm
                + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
    })
    void answersAsTheRfcDoes(String algorithm, String response) {
        SipRequest request = new SipRequest("GET", "/dir/index.html", Headers.NONE, "");
        String value =
                Digest.answer(
                                request,
                                401,
                                DigestChallenge.parse(challenge(algorithm, "auth, auth-int"))
                                        .orElseThrow(),
                                MUFASA,
                                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")
                        .headers()
                        .first("Authorization")
                        .orElseThrow();
        assertThat(value).contains("response=\"" + response + "\"", "opaque=\"FQhe", "nc=00000001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic realm=\"x\"",
                "Digest realm=\"x\"",
                "Digest nonce=\"x\"",
                "Digest realm=\"x\", nonce=\"y\", algorithm=AKAv1-MD5",
                "Digest realm=\"x\", nonce=\"y\", qop=\"token\"",
                "Digest",
            })
    void doesNotReadWhatItCannotAnswer(String challenge) {
        assertThat(DigestChallenge.parse(challenge)).isEmpty();
    }

    @Test
    void showsNoSecret() {
        assertThat(MUFASA.toString()).doesNotContain("Circle").doesNotContain("Mufasa");
    }
}
