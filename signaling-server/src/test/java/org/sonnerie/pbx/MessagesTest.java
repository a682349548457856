package org.sonnerie.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        Properties english = read("/messages.properties");
        Properties french = read("/messages_fr.properties");

        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(french.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void frenchSignsStandAfterUnbreakableSpaces() throws IOException {
        assertThat(read("/messages_fr.properties").values())
                .noneMatch(text -> text.toString().matches("(?s).* [;:!?»].*"));
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
