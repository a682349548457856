package org.sonnerie.pbx.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.OlderTables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier versions have counted is added up by week and quarter too. */
@BothDatabases
class ReportMigrationIT {
    /** A Sunday, the Monday after, and a day of the next quarter. */
    private static final List<String> DAYS = List.of("2026-09-27", "2026-09-28", "2026-10-01");

    @TempDir Path folder;

    private static void count(JdbcClient rows, String day) {
        for (int hour : new int[] {9, 17}) {
            rows.sql(
                            "insert into report_hour values ('a', 'IN', date '%s', ?, 5, 2, 1, 60000)"
                                    .formatted(day))
                    .param(hour)
                    .update();
        }
        added(rows, "'D', date '" + day + "'");
    }

    private static void added(JdbcClient rows, String key) {
        add(rows, "report_wait", key + ", '', 'ANSWERED', 7, 3, 9000");
        add(rows, "report_person", key + ", 'bob', 4, 3, 2, 1, 0, 8000");
        add(rows, "report_trunk", key + ", 'carrier', 'IN', 'CONNECTED', 3, 9000");
        add(rows, "report_sound", key + ", 'carrier', 'GOOD', 3");
    }

    private static void add(JdbcClient rows, String table, String values) {
        rows.sql("insert into %s values ('a', %s)".formatted(table, values)).update();
    }

    private static List<String> sums(JdbcClient rows, String table, String sum) {
        return rows.sql(
                        "select concat(grain, ' ', on_day, ' ', sum(%s)) from %s group by grain,"
                                        .formatted(sum, table)
                                + " on_day order by grain, on_day")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void weeksAndQuartersAreAddedUpOfDaysAndMonths() {
        OlderTables tables = OlderTables.at("53.1", folder);
        DAYS.forEach(day -> count(tables.rows(), day));
        added(tables.rows(), "'M', date '2026-08-01'");
        added(tables.rows(), "'M', date '2026-09-01'");
        added(tables.rows(), "'M', date '2026-10-01'");

        tables.migrate();

        JdbcClient rows = tables.rows();
        assertThat(
                        rows.sql(
                                        "select concat(on_day, ' ', answered, ' ', talk_millis) from"
                                                + " report_day order by on_day")
                                .query((row, _) -> row.getString(1))
                                .list())
                .containsExactly(
                        "2026-09-27 10 120000", "2026-09-28 10 120000", "2026-10-01 10 120000");
        assertThat(sums(rows, "report_clock", "answered"))
                .containsExactly(
                        "D 2026-09-27 10",
                        "D 2026-09-28 10",
                        "D 2026-10-01 10",
                        "M 2026-09-01 20",
                        "M 2026-10-01 10",
                        "Q 2026-07-01 20",
                        "Q 2026-10-01 10",
                        "W 2026-09-21 10",
                        "W 2026-09-28 20");
        for (String table : List.of("report_wait", "report_trunk", "report_sound")) {
            assertThat(sums(rows, table, "calls"))
                    .containsExactly(
                            "D 2026-09-27 3",
                            "D 2026-09-28 3",
                            "D 2026-10-01 3",
                            "M 2026-08-01 3",
                            "M 2026-09-01 3",
                            "M 2026-10-01 3",
                            "Q 2026-07-01 6",
                            "Q 2026-10-01 3",
                            "W 2026-09-21 3",
                            "W 2026-09-28 6");
        }
        assertThat(sums(rows, "report_person", "made"))
                .contains("W 2026-09-28 8", "Q 2026-10-01 4");
    }
}
