package org.sonnerie.pbx.guests;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class GuestTokenTest {
    private final GuestToken tokens = new GuestToken(new SecretKeySpec(new byte[32], "AES"));

    @Test
    void whatIsSignedIsRead() {
        assertThat(tokens.read(tokens.of("abc-DEF_123"))).contains("abc-DEF_123");
    }

    @Test
    void whatIsChangedIsNot() {
        String good = tokens.of("abc");
        assertThat(tokens.read("abd" + good.substring(3))).isEmpty();
        assertThat(tokens.read(good + "=")).isEmpty();
        assertThat(tokens.read(good.substring(0, good.length() - 1))).isEmpty();
        assertThat(tokens.read("abc")).isEmpty();
        assertThat(tokens.read("." + good)).isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("a".repeat(10_000) + ".b")).isEmpty();
    }

    @Test
    void lastCharactersThatMeanTheSameOctetsAreNotTheSameToken() {
        String good = tokens.of("abc");
        char last = good.charAt(good.length() - 1);
        for (char other = 'A'; other <= 'z'; other++) {
            String changed = good.substring(0, good.length() - 1) + other;
            assertThat(tokens.read(changed).isPresent()).as(changed).isEqualTo(other == last);
        }
    }

    @Test
    void anotherServersTokenIsNotRead() {
        byte[] other = new byte[32];
        other[0] = 1;
        GuestToken foreign = new GuestToken(new SecretKeySpec(other, "AES"));
        assertThat(tokens.read(foreign.of("abc"))).isEmpty();
    }
}
