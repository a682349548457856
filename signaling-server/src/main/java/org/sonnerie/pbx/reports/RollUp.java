package org.sonnerie.pbx.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table whose rows are added to.
 *
 * @param keys its key's columns with their types
 * @param sums its columns of bigint
 * @param statement adds to a row, or makes it
 */
record RollUp(Map<String, String> keys, List<String> sums, String statement) {
    static final RollUp DAYS =
            of("report_day", "direction on_day", "answered missed to_voicemail talk_millis");
    static final RollUp CLOCK =
            of(
                    "report_clock",
                    "grain on_day direction on_hour",
                    "answered missed to_voicemail talk_millis");
    static final RollUp WAITS =
            of("report_wait", "grain on_day queue_id outcome waited_seconds", "calls talk_millis");
    static final RollUp PEOPLE =
            of(
                    "report_person",
                    "grain on_day person_id",
                    "made answered missed elsewhere not_rung talk_millis");
    static final RollUp TRUNKS =
            of("report_trunk", "grain on_day trunk_id direction outcome", "calls talk_millis");
    static final RollUp SOUND = of("report_sound", "grain on_day trunk_id rating", "calls");

    private static RollUp of(String table, String keys, String sums) {
        Map<String, String> typed = new LinkedHashMap<>();
        List.of(("company_id " + keys).split(" ")).forEach(key -> typed.put(key, type(key)));
        List<String> added = List.of(sums.split(" "));
        return new RollUp(typed, added, statement(table, typed, added));
    }

    private static String type(String key) {
        return switch (key) {
            case "on_day" -> "date";
            case "on_hour", "waited_seconds" -> "int";
            default -> "varchar(64)";
        };
    }

    private static String statement(String table, Map<String, String> keys, List<String> sums) {
        String given =
                keys.entrySet().stream()
                        .map(key -> "cast(:%s as %s)".formatted(key.getKey(), key.getValue()))
                        .collect(Collectors.joining(", "));
        String names = String.join(", ", keys.keySet());
        String same =
                keys.keySet().stream()
                        .map(key -> "t.%1$s = s.%1$s".formatted(key))
                        .collect(Collectors.joining(" and "));
        String more =
                sums.stream()
                        .map(sum -> "%1$s = t.%1$s + cast(:%1$s as bigint)".formatted(sum))
                        .collect(Collectors.joining(", "));
        String first =
                sums.stream()
                        .map("cast(:%s as bigint)"::formatted)
                        .collect(Collectors.joining(", "));
        return "merge into %s t using (values (%s)) as s (%s) on %s"
                        .formatted(table, given, names, same)
                + " when matched then update set "
                + more
                + " when not matched then insert (%s, %s) values (%s, %s)"
                        .formatted(names, String.join(", ", sums), given, first);
    }

    /**
     * Adds.
     *
     * @param values of all columns
     */
    void add(JdbcClient.StatementSpec made, Map<String, Object> values) {
        int rows = made.params(values).update();
        if (rows != 1) {
            throw new IllegalStateException("added to " + rows + " rows of " + sums);
        }
    }
}
