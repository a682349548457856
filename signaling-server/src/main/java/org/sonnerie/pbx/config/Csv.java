package org.sonnerie.pbx.config;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180) that no spreadsheet takes for a formula. */
public final class Csv {
    /** By this, spreadsheets know that it is UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA = "(?s)[=+\\-@\\t\\r].*";
    private static final String PHONE_NUMBER = "\\+[0-9]{1,15}";

    private Csv() {}

    /**
     * One line.
     *
     * @param cells as they are
     * @return with its end
     */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = text.matches(FORMULA) && !text.matches(PHONE_NUMBER) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(sign -> ",\"\r\n".indexOf(sign) >= 0);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
