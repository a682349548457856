package org.sonnerie.pbx.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void whatPeopleWriteStays() {
        assertThat(PlainText.of("Léna Kern, « 101 » 😀", 300)).isEqualTo("Léna Kern, « 101 » 😀");
    }

    @Test
    void nothingStartsALineOrTurnsTheReadingAround() {
        assertThat(PlainText.of("a\nb\rc\td\u0000e\u2028f\u2029g\u0085h\u001b[2J", 300))
                .isEqualTo("a�b�c�d�e�f�g�h�[2J");
        assertThat(PlainText.of("safe\u202egpj.exe\u200b\ufeff", 300)).isEqualTo("safe�gpj.exe��");
        assertThat(PlainText.of("half \ud83d sign", 300)).isEqualTo("half � sign");
    }

    @Test
    void whatIsTooLongIsCutBetweenSigns() {
        assertThat(PlainText.of("abcdef", 4)).isEqualTo("abcd");
        assertThat(PlainText.of("abc😀", 4)).isEqualTo("abc");
    }
}
