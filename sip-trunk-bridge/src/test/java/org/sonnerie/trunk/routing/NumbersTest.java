package org.sonnerie.trunk.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipText;

/** Numbers as carriers write them. */
final class NumbersTest {
    private static SipRequest invite(String uri, String... fields) {
        Headers headers = Headers.NONE;
        for (int i = 0; i < fields.length; i += 2) {
            headers = headers.and(fields[i], fields[i + 1]);
        }
        return new SipRequest("INVITE", uri, headers, "");
    }

    @ParameterizedTest
    @CsvSource({
        "sip:+15550100101@h, +15550100101",
        "sip:+1-555-010-0101@h;user=phone, +15550100101",
        "sip:0033145678901@h, +33145678901",
        "sip:0145678901@h, 0145678901",
        "sip:145678901;phone-context=+33@h, +33145678901",
        "tel:+33-1-45-67-89-01, +33145678901",
        "tel:145678901;phone-context=+33, +33145678901",
        "sip:112@h, 112",
        "sip:alice@h, alice",
        "sip:%2B15550100101@h, +15550100101",
    })
    void readsTheNumberDialled(String uri, String number) {
        assertThat(Numbers.called(invite(uri))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "+33145678901, 5070, sip:+33145678901@h:5070;user=phone",
        "112, 0, sip:112@h",
        "*43, 0, sip:*43@h",
        "#31, 0, sip:%2331@h",
    })
    void writesTheNumberToCall(String number, int port, String uri) {
        assertThat(Numbers.uri(number, "h", port)).hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0085", "\u2028", "\u2029", "\u202e", "\u2066", "\u200f", "\ufeff", "\ue000"
            })
    void neitherNameNorNumberHasWhatIsNotSeen(String unseen) {
        String octets = SipText.octets(unseen);
        String user = SipText.escapedUser("a" + unseen + "b");
        SipRequest invite =
                invite(
                        "sip:" + user + "@h",
                        "From",
                        "\"a" + octets + "b\" <sip:" + user + "@h>;tag=1");
        assertThat(Numbers.callerName(invite)).isEqualTo("a b");
        assertThat(Numbers.caller(invite)).contains("ab");
        assertThat(Numbers.called(invite)).isEqualTo("ab");
    }

    @Test
    void namesAndNumbersHaveAnEndWhichCutsNoSignInTwo() {
        String smile = SipText.octets("\ud83d\ude00");
        String from = "\"x" + smile.repeat(500) + "\" <sip:" + "9".repeat(5_000) + "@h>;tag=1";
        SipRequest invite = invite("sip:" + "8".repeat(5_000) + "@h", "From", from);
        assertThat(Numbers.callerName(invite)).isEqualTo("x" + "\ud83d\ude00".repeat(39));
        assertThat(Numbers.caller(invite)).contains("9".repeat(64));
        assertThat(Numbers.called(invite)).isEqualTo("8".repeat(64));
    }

    @Test
    void scriptsThatJoinTheirLettersKeepThem() {
        String joined = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
        String from = "\"" + SipText.octets(joined) + "\" <sip:1@h>;tag=1";
        assertThat(Numbers.callerName(invite("sip:1@h", "From", from))).isEqualTo(joined);
    }

    @Test
    void believesTheAssertedIdentityAndKeepsPrivacy() {
        String asserted = "\"Zo\u00c3\u00ab\" <sip:+33100000000@h>, <tel:+33200000000>";
        String from = "<sip:+33999999999@h>;tag=1";
        SipRequest open = invite("sip:1@h", "From", from, "P-Asserted-Identity", asserted);
        assertThat(Numbers.caller(open)).contains("+33100000000");
        assertThat(Numbers.callerName(open)).isEqualTo("Zoë");
        SipRequest secret = open.with("Privacy", "id; critical");
        assertThat(Numbers.caller(secret)).isEmpty();
        assertThat(Numbers.callerName(secret)).isEmpty();
        assertThat(Numbers.caller(invite("sip:1@h", "From", from))).contains("+33999999999");
        assertThat(
                        Numbers.caller(
                                invite(
                                        "sip:1@h",
                                        "From",
                                        "<sip:anonymous@anonymous.invalid>;tag=1")))
                .isEmpty();
    }
}
