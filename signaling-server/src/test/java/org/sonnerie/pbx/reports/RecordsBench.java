package org.sonnerie.pbx.reports;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;

/**
 * Measures the pages of a company with 1,000 people and 1,000,000 records, on each database, from
 * the request to the answer on this machine. Run by {@code ./pbx bench} and by nothing else: its
 * name is not that of a test. The property {@code sonnerie.bench.records} names the file for JSON,
 * to whose name the database's is added.
 */
@BothDatabases
final class RecordsBench {
    /** So often each page was looked at before, as on a server that did not start just now. */
    private static final int EARLIER = 200;

    private static final int WARM = 40;
    private static final int MEASURED = 60;
    private static final double PAGE_MILLIS = 50;
    private static final double SEARCH_MILLIS = 200;
    private static final double IMPORT_MILLIS = 5_000;
    private static final int HUNDRED = 100;

    private final List<Figure> figures = new ArrayList<>();

    /** One measured page; of an import, the one time. */
    private record Figure(String what, double p50, double p95, double goal) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "%-11s %-62s %8.1f %8.1f ms  under %.0f%s",
                    TestDatabase.used(),
                    what,
                    p50,
                    p95,
                    goal,
                    p95 < goal ? "" : "    <-- not met");
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"database\": \"%s\", \"what\": \"%s\", \"p50\": %.2f, \"p95\": %.2f,"
                            + " \"unit\": \"ms\", \"goal\": %.0f}",
                    TestDatabase.used(),
                    what,
                    p50,
                    p95,
                    goal);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void measure() throws IOException {
        try (RunningServer server = RunningServer.demo()) {
            new ManyRecords(server).fill();
            Browser admin = Browser.signedIn(server, "admin");
            pages(admin);
            searches(admin);
            supervised(Browser.signedIn(server, ManyRecords.SUPERVISOR));
            imports(admin);
        }
        String file = System.getProperty("sonnerie.bench.records", "target/records.json");
        Files.writeString(
                Path.of(file.replace(".json", "-" + TestDatabase.used() + ".json")),
                "[" + figures.stream().map(Figure::json).collect(Collectors.joining(", ")) + "]\n");
    }

    private void pages(Browser admin) {
        Map<String, String> pages = pages();
        for (int i = 0; i < EARLIER; i++) {
            pages.values().forEach(admin::get);
        }
        pages.forEach((what, path) -> add(admin, what, path, PAGE_MILLIS));
    }

    private static Map<String, String> pages() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("people", "/admin/people");
        pages.put("people, searched", "/admin/people?search=Person%20777");
        pages.put("call history, the newest", "/admin/history");
        pages.put("reports, this month", "/admin/reports?period=month");
        pages.put("reports, last month", "/admin/reports?period=last-month&direction=all");
        pages.put(
                "reports, 45 days that are no month",
                "/admin/reports?period=dates&from=%s&to=%s"
                        .formatted(today.minusDays(60), today.minusDays(16)));
        pages.put(
                "reports, a year",
                "/admin/reports?period=dates&from=%s&to=%s".formatted(today.minusDays(365), today));
        return pages;
    }

    private void searches(Browser admin) {
        String month = month();
        String day = "from=%s&to=%s".formatted(ManyRecords.day(50), ManyRecords.day(50));
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("history of a month", month);
        searches.put("history of a day", day);
        searches.put("history of a person", "person=bench-500");
        searches.put("history of a person in a month", "person=bench-500&" + month);
        searches.put("history of somebody without calls", "person=carol");
        searches.put("history of a whole number", "number=" + ManyRecords.number(4_711));
        searches.put("history of a number's last 4 digits", "number=4711");
        searches.put("history of 2 digits", "number=61");
        searches.put("history of digits that nobody has", "number=99999");
        searches.put("history of the company's own number", "number=15550100200");
        searches.put("history of the company's own number in a day", "number=15550100200&" + day);
        searches.put("history of a number and a person", "number=4711&person=bench-500");
        searches.put("history of 3 digits in a month", "number=471&" + month);
        searches.put("history of reported calls", "reported=yes");
        searches.put("history of reported calls of a person", "reported=yes&person=bench-500");
        String far = "after=b" + ManyRecords.CALLS / 2;
        searches.put("history, far back", far);
        searches.put("history of a person, far back", far + "&person=bench-500");
        searches.forEach(
                (what, wanted) -> add(admin, what, "/admin/history?" + wanted, SEARCH_MILLIS));
    }

    private void supervised(Browser supervisor) {
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("a supervisor's history, the newest", "");
        searches.put("a supervisor's history of a month", month());
        searches.put("a supervisor's history of a number", "number=" + ManyRecords.number(4_711));
        searches.put("a supervisor's history of the company's own number", "number=15550100200");
        searches.put("a supervisor's history of a person", "person=bench-500");
        searches.put("a supervisor's history of reported calls", "reported=yes");
        searches.put("a supervisor's history, far back", "after=b" + ManyRecords.CALLS / 2);
        searches.forEach(
                (what, wanted) -> add(supervisor, what, "/admin/history?" + wanted, SEARCH_MILLIS));
    }

    private static String month() {
        return "from=%s&to=%s".formatted(ManyRecords.day(60), ManyRecords.day(30));
    }

    private void add(Browser admin, String what, String path, double goal) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM + MEASURED; i++) {
            long began = System.nanoTime();
            HttpResponse<String> answer = admin.get(path);
            millis.add((System.nanoTime() - began) / 1e6);
            if (answer.statusCode() != 200 || answer.body().contains("role=\"alert\"")) {
                throw new IllegalStateException(path + " " + answer.statusCode());
            }
        }
        List<Double> sorted = millis.subList(WARM, millis.size()).stream().sorted().toList();
        told(new Figure(what, sorted.get(MEASURED / 2), sorted.get(MEASURED * 95 / HUNDRED), goal));
    }

    private void imports(Browser admin) {
        String list =
                IntStream.range(0, ManyRecords.PEOPLE)
                        .mapToObj(i -> "New %d,new.%d,%d".formatted(i, i, 50_000 + i))
                        .collect(Collectors.joining("\n", "name,user name,extension\n", "\n"));
        byte[] file = list.getBytes(StandardCharsets.UTF_8);
        String page = "/admin/people/import";
        once("import of 1,000 people, looked at", admin, page + "/preview", "file", file);
        once("import of 1,000 people, added", admin, page, "list", file);
    }

    private void once(String what, Browser admin, String action, String field, byte[] file) {
        long began = System.nanoTime();
        HttpResponse<String> answer = admin.sendFile("/admin/people/import", action, field, file);
        double millis = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() != 200 || !answer.body().contains("new.999")) {
            throw new IllegalStateException(action + " " + answer.statusCode());
        }
        told(new Figure(what, millis, millis, IMPORT_MILLIS));
    }

    private void told(Figure figure) {
        figures.add(figure);
        System.out.println(figure.row());
    }
}
