package org.sonnerie.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against the decision values of ITU-T G.711, tables 1 and 2, scaled to 16 bits. */
class G711Test {
    private static byte code(int number) {
        return (byte) number;
    }

    @Test
    void decodesTheValuesOfTheALawTable() {
        assertThat(G711.A_LAW.decode(code(0xD5))).isEqualTo((short) 8);
        assertThat(G711.A_LAW.decode(code(0x55))).isEqualTo((short) -8);
        assertThat(G711.A_LAW.decode(code(0xAA))).isEqualTo((short) 32_256);
        assertThat(G711.A_LAW.decode(code(0x2A))).isEqualTo((short) -32_256);
    }

    @Test
    void decodesTheValuesOfTheMuLawTable() {
        assertThat(G711.MU_LAW.decode(code(0xFF))).isZero();
        assertThat(G711.MU_LAW.decode(code(0x7F))).isZero();
        assertThat(G711.MU_LAW.decode(code(0x80))).isEqualTo((short) 32_124);
        assertThat(G711.MU_LAW.decode(code(0x00))).isEqualTo((short) -32_124);
        assertThat(G711.MU_LAW.decode(code(0xFE))).isEqualTo((short) 8);
        assertThat(G711.MU_LAW.decode(code(0xEF))).isEqualTo((short) 132);
    }

    @Test
    void encodesSilenceAsUsual() {
        assertThat(G711.A_LAW.encode((short) 0)).isEqualTo(code(0xD5));
        assertThat(G711.MU_LAW.encode((short) 0)).isEqualTo(code(0xFF));
    }

    @Test
    void givesEveryCodeBackAfterDecodingIt() {
        for (int number = 0; number < 256; number++) {
            byte aLaw = code(number);
            assertThat(G711.A_LAW.encode(G711.A_LAW.decode(aLaw))).isEqualTo(aLaw);
            // µ-law has two zeros.
            byte muLaw = number == 0x7F ? code(0xFF) : code(number);
            assertThat(G711.MU_LAW.encode(G711.MU_LAW.decode(muLaw))).isEqualTo(muLaw);
        }
    }

    @Test
    void choosesTheNearestValueUpToHalfAStep() {
        for (G711 law : new G711[] {G711.A_LAW, G711.MU_LAW}) {
            for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample += 7) {
                int error = Math.abs(law.decode(law.encode((short) sample)) - sample);
                assertThat(error).isLessThanOrEqualTo(Math.max(16, Math.abs(sample) / 32 + 4));
            }
        }
    }
}
