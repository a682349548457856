package org.sonnerie.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private static Stream<String> bundles() {
        return Bundles.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsThereInBothLanguages(String bundle) throws IOException {
        Properties english = read("/" + bundle + ".properties");
        Properties french = read("/" + bundle + "_fr.properties");

        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(french.values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void frenchSignsStandAfterUnbreakableSpaces(String bundle) throws IOException {
        assertThat(read("/" + bundle + "_fr.properties").values())
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
