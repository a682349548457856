package org.sonnerie.media.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what is written to be spoken is there in every language, and was spoken. */
class PromptTextsTest {
    @Test
    void everyPromptIsThereInBothLanguages() throws IOException {
        assertThat(texts("fr").keySet()).containsExactlyElementsOf(texts("en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatIsWrittenWasSpokenAndNothingElse(String language) throws IOException {
        String folder = "prompts/" + language + "/";
        List<String> spoken =
                StoredSoundsTest.all().stream()
                        .filter(path -> path.startsWith(folder))
                        .map(path -> path.substring(folder.length()))
                        .toList();
        assertThat(spoken).containsExactlyInAnyOrderElementsOf(texts(language).keySet());
    }

    @Test
    void numbersAreFrenchByTheGrammarOfFrance() throws IOException {
        Map<String, String> french = texts("fr");
        assertThat(
                        List.of(20, 21, 22, 61, 70, 71, 79, 80, 81, 91, 99).stream()
                                .map(number -> french.get("number-" + number)))
                .containsExactly(
                        "vingt",
                        "vingt et un",
                        "vingt-deux",
                        "soixante et un",
                        "soixante-dix",
                        "soixante et onze",
                        "soixante-dix-neuf",
                        "quatre-vingts",
                        "quatre-vingt-un",
                        "quatre-vingt-onze",
                        "quatre-vingt-dix-neuf");
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("sounds", "prompts-" + language + ".txt"))) {
            String[] parts = line.split("\\|", -1);
            assertThat(parts).as(line).hasSize(2);
            assertThat(texts.put(parts[0].strip(), parts[1].strip())).as(line).isNull();
        }
        return texts;
    }
}
