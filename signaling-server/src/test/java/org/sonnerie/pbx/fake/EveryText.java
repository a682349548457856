package org.sonnerie.pbx.fake;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for something in each column of each table that holds text. */
public final class EveryText {
    private record Spot(String table, String column) {}

    private EveryText() {}

    /**
     * Where a condition holds.
     *
     * @param rows sees all of them
     * @param condition after the column's name, with one question mark
     * @param text in place of it
     * @return table and column, and in how many rows
     */
    public static Map<String, Long> where(JdbcClient rows, String condition, String text) {
        Map<String, Long> found = new TreeMap<>();
        rows.sql(
                        "select lower(table_name), lower(column_name) from"
                                + " information_schema.columns where table_schema ="
                                + " current_schema and table_name <> 'flyway_schema_history' and"
                                + " lower(data_type) in ('character varying', 'text', 'character"
                                + " large object')")
                .query((row, _) -> new Spot(row.getString(1), row.getString(2)))
                .list()
                .forEach(spot -> {
                    long times = count(rows, spot, condition, text);
                    if (times > 0) {
                        found.put(spot.table() + " " + spot.column(), times);
                    }
                });
        return found;
    }

    private static long count(JdbcClient rows, Spot spot, String condition, String text) {
        return rows.sql(
                        "select count(*) from "
                                + spot.table()
                                + " where "
                                + spot.column()
                                + condition)
                .param(text)
                .query(Long.class)
                .single();
    }
}
