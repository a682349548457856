package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.voicemail.PinRules.Refusal;

class PinRulesTest {
    private static void refuses(Refusal why, String... pins) {
        for (String pin : pins) {
            assertThat(PinRules.refusal(pin, "2580")).as(pin).contains(why);
        }
    }

    @Test
    void aPinHasFourToEightDigits() {
        refuses(Refusal.LENGTH, "", "471", "471147114", "47a1", "４７１１", " 4711", "4711\n");
        for (String pin : new String[] {"4711", "90210", "31415926"}) {
            assertThat(PinRules.refusal(pin, "101")).as(pin).isEmpty();
        }
    }

    @Test
    void whatEverybodyTriesFirstIsRefused() {
        refuses(
                Refusal.TRIVIAL,
                "1111",
                "00000000",
                "1234",
                "0123",
                "34567890",
                "4321",
                "98765",
                "1212",
                "474747");
    }

    @Test
    void theExtensionIsRefused() {
        refuses(Refusal.EXTENSION, "2580", "25802580");
        assertThat(PinRules.refusal("101101", "101")).contains(Refusal.EXTENSION);
        assertThat(PinRules.refusal("2580", "101")).isEmpty();
    }
}
