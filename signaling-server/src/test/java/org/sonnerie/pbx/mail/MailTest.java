package org.sonnerie.pbx.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
    private static final String ADDRESS = "alice@example.org";

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: b@example.org", "a\nb", "a\rb", "a\u0000b", "a\u0085b"})
    void nothingBeginsAnotherHeader(String text) {
        assertThatThrownBy(() -> new Mail(text, ADDRESS, "s", "b", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("i", text, "s", "b", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("i", ADDRESS, text, "b", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Mail("i", ADDRESS, "s", text, Optional.empty()).body()).isEqualTo(text);
    }
}
