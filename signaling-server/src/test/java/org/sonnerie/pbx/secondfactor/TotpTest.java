package org.sonnerie.pbx.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** RFC 6238 appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The table's codes have eight digits: a shorter one is the end of it. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code.substring(2));
    }

    @Test
    void clocksMayDifferByOneStep() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);

        for (int apart = -1; apart <= 1; apart++) {
            String code = Totp.code(SECRET, step + apart);
            assertThat(Totp.matching(SECRET, code, now)).hasValue(step + apart);
        }
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
        assertThat(Totp.matching(SECRET, "", now)).isEmpty();
    }

    /** RFC 4648 section 10, without what pads them. */
    @ParameterizedTest
    @CsvSource({"fooba, MZXW6YTB", "foobarfoob, MZXW6YTBOJTG633C"})
    void secretsAreWrittenInBase32(String text, String written) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base32.write(octets)).isEqualTo(written);
        assertThat(Base32.read(written)).isEqualTo(octets);
        assertThatThrownBy(() -> Base32.read("MZXW6YT1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recoveryCodesAreReadHoweverTheyAreTyped() {
        assertThat(RecoveryCodes.made(new SecureRandom()))
                .hasSize(RecoveryCodes.COUNT)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        assertThat(RecoveryCodes.plain(" abcd efgh-IJKL mnop "))
                .isEqualTo(RecoveryCodes.plain("ABCD-EFGH-IJKL-MNOP"));
    }
}
