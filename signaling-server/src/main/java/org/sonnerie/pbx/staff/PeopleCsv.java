package org.sonnerie.pbx.staff;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of people as spreadsheets write it (RFC 4180, with commas, semicolons or tabs; UTF-8 or,
 * from older ones, Windows-1252). Its first line names the columns, in English or French.
 *
 * @param lines of people
 * @param unknown columns that mean nothing here
 */
public record PeopleCsv(List<Line> lines, List<String> unknown) {
    /** As many people are taken at once. */
    public static final int MOST_LINES = 10_000;

    private static final Charset OLDER = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Copies the lists. */
    public PeopleCsv {
        lines = List.copyOf(lines);
        unknown = List.copyOf(unknown);
    }

    /** What a column means. */
    public enum Column {
        /** As others see him. */
        NAME,
        /** By which he signs in. */
        USER_NAME,
        /** Of his phone. */
        EXTENSION,
        /** Where his messages are sent. */
        EMAIL,
        /** In which he is. */
        DEPARTMENT,
        /** What he may do. */
        ROLE
    }

    /** What people call the columns, in small letters. */
    private static Optional<Column> named(String header) {
        return switch (header.strip().toLowerCase(Locale.ROOT).replace('_', ' ')) {
            case "name", "nom", "full name", "display name" -> Optional.of(Column.NAME);
            case "user name", "username", "login", "identifiant" -> Optional.of(Column.USER_NAME);
            case "extension", "poste", "numéro de poste" -> Optional.of(Column.EXTENSION);
            case "e-mail", "email", "mail", "courriel" -> Optional.of(Column.EMAIL);
            case "department", "service", "département" -> Optional.of(Column.DEPARTMENT);
            case "role", "rôle" -> Optional.of(Column.ROLE);
            default -> Optional.empty();
        };
    }

    /**
     * Somebody.
     *
     * @param number of the line in the file, the first is 1
     * @param cells what is not empty
     */
    public record Line(long number, Map<Column, String> cells) {
        /**
         * One cell.
         *
         * @param column of which column
         * @return empty: there is nothing in it
         */
        public String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The list cannot be read at all; the message is the end of a key in the bundles. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String why) {
            super(why);
        }
    }

    /**
     * The text of a file.
     *
     * @param file its content
     * @return as it is read
     */
    public static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException _) {
            text = new String(file, OLDER);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /**
     * Reads a list.
     *
     * @param text of a file
     * @return who is in it
     * @throws Unreadable if it is no such list
     */
    public static PeopleCsv read(String text) throws Unreadable {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter(text))
                        .setIgnoreEmptyLines(true)
                        .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return read(parser);
        } catch (IOException | UncheckedIOException | IllegalStateException _) {
            throw new Unreadable("quotes");
        }
    }

    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(';', '\t').filter(one -> first.indexOf(one) >= 0).findFirst().orElse(',');
    }

    private static PeopleCsv read(CSVParser parser) throws Unreadable {
        Map<Integer, Column> columns = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        boolean first = true;
        for (CSVRecord row : parser) {
            if (first) {
                header(row, columns, unknown);
                first = false;
            } else {
                lines.add(line(row, columns, parser.getCurrentLineNumber()));
            }
            if (lines.size() > MOST_LINES) {
                throw new Unreadable("too-many");
            }
        }
        if (lines.isEmpty()) {
            throw new Unreadable("empty");
        }
        return new PeopleCsv(
                lines.stream().filter(one -> !one.cells().isEmpty()).toList(), unknown);
    }

    private static void header(CSVRecord row, Map<Integer, Column> columns, List<String> unknown)
            throws Unreadable {
        for (int i = 0; i < row.size(); i++) {
            Optional<Column> column = named(row.get(i));
            if (column.isEmpty()) {
                unknown.add(row.get(i).strip());
            } else if (columns.containsValue(column.get())) {
                throw new Unreadable("twice");
            } else {
                columns.put(i, column.get());
            }
        }
        if (!columns.containsValue(Column.NAME) || !columns.containsValue(Column.USER_NAME)) {
            throw new Unreadable("columns");
        }
    }

    private static Line line(CSVRecord row, Map<Integer, Column> columns, long end) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        columns.forEach((at, column) -> {
            String cell = at < row.size() ? row.get(at).strip() : "";
            if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
        });
        return new Line(end, cells);
    }
}
