package org.sonnerie.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * H2 reads an index in its order only if the statement names the index's columns from the first on,
 * also those of which there is one value. Whatever takes a few rows of many therefore begins its
 * order with the company; else all rows of a company are read and sorted for the sake of ten.
 */
class PagedStatementsTest {
    private static final Pattern BETWEEN_LITERALS = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern PAGED =
            Pattern.compile("order by ((?:(?!order by)[^;])+?)(?: limit |fetch first)");

    /** What has few rows to sort, or an order that no index has. */
    private static final Set<String> SORTED =
            Set.of(
                    "CallForgetting call_id",
                    "CallLogs ended_at, call_id",
                    "DeliveryRows d.place, d.due_at",
                    "DeliveryRows tried_at desc, id",
                    "LetterRows due_at, id",
                    "RecordingRows began_at desc, id",
                    "SealedRows %2$s, %3$s",
                    "SignOnRows company_id");

    private static Stream<String> paged(Path file) {
        try {
            String code = BETWEEN_LITERALS.matcher(Files.readString(file)).replaceAll("");
            String type = file.getFileName().toString().replace(".java", "");
            return PAGED.matcher(code)
                    .results()
                    .map((MatchResult found) -> type + " " + found.group(1).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ofCompany(String statement) {
        return statement.matches("(?s)\\w+ (\\w\\.)?company_id( desc)?,.*");
    }

    @Test
    void whoeverTakesAFewOfManyNamesTheCompanyFirst() throws IOException {
        List<String> all;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            all =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(PagedStatementsTest::paged)
                            .toList();
        }
        assertThat(all).filteredOn(PagedStatementsTest::ofCompany).hasSizeGreaterThan(7);
        Set<String> others =
                all.stream()
                        .filter(statement -> !ofCompany(statement))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).isEqualTo(SORTED);
    }
}
