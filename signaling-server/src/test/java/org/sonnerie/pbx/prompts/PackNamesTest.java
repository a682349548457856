package org.sonnerie.pbx.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackNamesTest {
    private static final String INDEX = "/org/sonnerie/media/player/index.txt";
    private static final String ENGLISH = "prompts/en/";

    private final PackNames names = PackNames.read();

    @ParameterizedTest
    @CsvSource({
        "vm-goodbye.wav, menu-goodbye, '', wav",
        "digits/7.ulaw, number-7, '', ulaw",
        "en/digits/7.ulaw, number-7, en, ulaw",
        "fr/vm-goodbye.SLN16, menu-goodbye, fr, sln16",
        "sounds/fr_CA/letters/e.alaw, letter-e, fr, alaw",
        "./en/digits/mon-0.wav, month-1, en, wav",
        "some-pack-1.0/vm-goodbye.wav, menu-goodbye, '', wav",
        "some-pack-1.0/digits/12.wav, number-12, '', wav",
    })
    void aFileIsFoundByItsFolderAndName(
            String path, String prompt, String language, String extension) {
        PackNames.Place place = names.of(path).orElseThrow();
        assertThat(place.prompt()).isEqualTo(prompt);
        assertThat(place.language()).isEqualTo(Optional.of(language).filter(one -> !one.isEmpty()));
        assertThat(place.extension()).isEqualTo(extension);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README",
                "en/CHANGES.txt",
                "en/7.wav",
                "en/vm-goodbye",
                "silence/1.wav",
                ".x"
            })
    void othersAreNot(String path) {
        assertThat(names.of(path)).isEmpty();
    }

    @Test
    void eachPromptExistsAndNoneIsSpokenByTwoFiles() throws IOException {
        Set<String> builtIn = new HashSet<>();
        try (InputStream index = PackNamesTest.class.getResourceAsStream(INDEX)) {
            new String(Objects.requireNonNull(index).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(ENGLISH))
                    .forEach(line -> builtIn.add(line.substring(ENGLISH.length())));
        }
        assertThat(names.all()).hasSizeGreaterThan(90);
        assertThat(builtIn).containsAll(names.all().values());
        assertThat(names.all().values()).doesNotHaveDuplicates();
    }
}
