package org.sonnerie.pbx.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.sonnerie.pbx.fake.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs are told of reports, beside what is exported on the pages. */
record ProgramsFigures(Browser admin) {
    private String column(String table, String query, int place) {
        return admin.get("/admin/reports/export?table=" + table + "&" + query)
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[place])
                .collect(Collectors.joining(" "));
    }

    private static String members(JsonNode rows, String pointer) {
        return rows.valueStream()
                .map(row -> row.at(pointer).asString(""))
                .collect(Collectors.joining(" "));
    }

    void areThoseOfTheExport(String monday) {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode report = json.readTree(admin.get("/api/v1/reports?" + monday).body());
        JsonNode people = json.readTree(admin.get("/api/v1/reports/people?" + monday).body());

        assertThat(members(report.at("/calls/days"), "/day")).isEqualTo("2025-11-24 2025-11-25");
        String[] counts = {
            "/calls/calls", "/calls/answered", "/calls/toVoicemail", "/calls/missed"
        };
        for (int i = 0; i < counts.length; i++) {
            assertThat(members(report.at("/calls/days"), counts[i]))
                    .as(counts[i])
                    .isEqualTo(column("days", monday, i + 1));
            assertThat(members(report.at("/calls/hours"), counts[i]))
                    .as(counts[i])
                    .isEqualTo(column("hours", monday, i + 1));
        }
        assertThat(members(report.path("queues"), "/waits/offered"))
                .isEqualTo(column("queues", monday, 1));
        assertThat(members(report.path("queues"), "/waits/seconds/median"))
                .isEqualTo(column("queues", monday, 7));
        assertThat(members(report.path("trunks"), "/in")).isEqualTo(column("trunks", monday, 1));
        assertThat(members(people.path("people"), "/name")).isEqualTo(column("people", monday, 0));
        assertThat(members(people.path("people"), "/answered"))
                .isEqualTo(column("people", monday, 2));
        assertThat(report.at("/waits/seconds/longest").asInt(0)).isPositive();
        assertThat(report.at("/calls/all/talkSeconds").asDouble(0)).isPositive();
        String slow = "/api/v1/reports?within=600&" + monday;
        assertThat(json.readTree(admin.get(slow).body()).at("/waits/withinPercent"))
                .as("it is asked for")
                .isNotEqualTo(
                        json.readTree(admin.get(slow.replace("600", "1")).body())
                                .at("/waits/withinPercent"));
        String first = "/api/v1/reports/people?limit=1&" + monday;
        JsonNode one = json.readTree(admin.get(first).body());
        assertThat(one.path("people")).hasSize(1);
        String next = admin.get(first + "&after=" + one.path("next").asString("")).body();
        assertThat(json.readTree(next).path("people").path(0))
                .isEqualTo(people.path("people").path(1));
    }
}
