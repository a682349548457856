package org.sonnerie.pbx.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.Bundles;
import org.sonnerie.pbx.call.EndReason;

/** That no sentence is without words, and no words without a sentence. */
class StoryWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/sonnerie/pbx/history");
    private static final Pattern NAMED =
            Pattern.compile("\"(?:story\\.)?([a-z-]+(?:\\.[a-z-]+)*)\"");

    private static Stream<String> named(String source) {
        try {
            return NAMED.matcher(Files.readString(SOURCES.resolve(source)))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachSentenceHasWordsAndEachWordsASentence() {
        Set<String> sentences =
                Stream.of(
                                "ReasonWords.java",
                                "QueueStory.java",
                                "RoomWords.java",
                                "RecordingWords.java",
                                "LanguageWords.java",
                                "SupervisionWords.java",
                                "DirectoryWords.java",
                                "MailboxWords.java",
                                "Teller.java",
                                "Story.java",
                                "RecordedParty.java")
                        .flatMap(StoryWordsTest::named)
                        .filter(key -> !key.startsWith("end."))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sentences).isEqualTo(Bundles.keys("story.")).hasSizeGreaterThan(40);
    }

    @Test
    void eachEndHasWords() {
        Set<String> ends =
                Arrays.stream(EndReason.values())
                        .map(why -> EndWords.of(why).key().substring("end.".length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        ends.add("unknown");

        assertThat(Bundles.keys("end.")).isEqualTo(ends);
    }
}
