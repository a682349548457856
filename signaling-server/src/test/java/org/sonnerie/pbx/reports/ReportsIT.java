package org.sonnerie.pbx.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.HandMade;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.history.CallRecord.Direction;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;

/** Each figure, from calls made by hand and kept as real ones are; the company is in Paris. */
@BothDatabases({"ReportCounts", "ReportRows"})
class ReportsIT {
    private static final String GROUP = "+15550100200";
    private static final String QUEUE = "+15550100300";
    private static final String NINE = "2025-11-24T08:00:00Z";

    private static RunningServer server;
    private static Browser admin;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        oneMonday();
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static CompanyPlan plan() {
        return server.bean(Published.class).all().getFirst();
    }

    private static HandMade call(String id, String at) {
        return new HandMade(plan(), id, at);
    }

    private static void keep(HandMade call) {
        server.bean(CallHistory.class).keep(call.logged());
    }

    /** All of 24 November 2025, in Paris one hour ahead of UTC. */
    private static void oneMonday() {
        toTheGroup();
        toTheQueue();
        fromPeople();
    }

    private static void toTheGroup() {
        keep(
                call("answered", NINE)
                        .arrives(GROUP)
                        .rings(2)
                        .rings(3)
                        .after(8)
                        .answers(2)
                        .after(42)
                        .ends(1, EndReason.HUNG_UP));
        keep(call("menu", NINE).arrives("+15550100100").after(5).ends(1, EndReason.HUNG_UP));
        keep(
                call("mailbox", "2025-11-24T09:30:00Z")
                        .arrives(GROUP)
                        .rings(2)
                        .ends(3, EndReason.UNREACHABLE)
                        .after(25)
                        .ends(1, EndReason.HUNG_UP));
    }

    private static void toTheQueue() {
        keep(
                call("queued", NINE)
                        .arrives(QUEUE)
                        .after(12)
                        .offered("bob")
                        .rings(2)
                        .after(6.5)
                        .answers(2)
                        .after(60)
                        .ends(2, EndReason.HUNG_UP));
        keep(
                call("late", NINE)
                        .arrives(QUEUE)
                        .after(20)
                        .offered("carol")
                        .rings(2)
                        .after(0.4)
                        .answers(2)
                        .after(30)
                        .ends(2, EndReason.HUNG_UP));
        keep(call("at-once", NINE).arrives(QUEUE).after(4.9).ends(1, EndReason.HUNG_UP));
        keep(call("gave-up", NINE).arrives(QUEUE).after(5).ends(1, EndReason.HUNG_UP));
        keep(
                call("key", NINE)
                        .arrives(QUEUE)
                        .after(40)
                        .presses('1')
                        .after(2)
                        .ends(1, EndReason.HUNG_UP));
    }

    private static void fromPeople() {
        keep(
                call("out", NINE)
                        .dials("alice", "+33145678901")
                        .after(3)
                        .answers(2)
                        .after(100)
                        .ends(2, EndReason.HUNG_UP));
        keep(
                call("broken", NINE)
                        .dials("alice", "+33145678901")
                        .after(3)
                        .answers(2)
                        .after(10)
                        .ends(2, EndReason.NETWORK));
        keep(
                call("refused", NINE)
                        .dials("bob", "+33145678901")
                        .after(1)
                        .ends(2, EndReason.NOT_ALLOWED)
                        .after(30)
                        .ends(1, EndReason.HUNG_UP));
        keep(call("within", NINE).dials("bob", "101").rings(2).after(6).ends(1, EndReason.HUNG_UP));
        keep(call("echo", NINE).dials("bob", "*43").after(6).ends(1, EndReason.HUNG_UP));
    }

    private static String dates(String from, String to) {
        return "period=dates&from=" + from + "&to=" + to;
    }

    private static List<String> file(String table, String wanted) {
        HttpResponse<String> file =
                admin.get("/admin/reports/export?table=" + table + "&" + wanted);
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(file.body()).startsWith("\uFEFF");
        return file.body().substring(1).lines().toList();
    }

    private static List<String> monday(String table, String more) {
        return file(table, dates("2025-11-24", "2025-11-24") + more);
    }

    @Test
    void callsAreCountedByDayAndHourAndWhatBecameOfThem() {
        assertThat(monday("days", ""))
                .containsExactly(
                        "Day,Calls,Answered,To voicemail,Missed,Talk", "2025-11-24,8,3,2,3,132");
        assertThat(monday("hours", ""))
                .hasSize(25)
                .contains("08:00,0,0,0,0,0", "09:00,7,3,1,3,132", "10:00,1,0,1,0,0");
        assertThat(monday("days", "&direction=out")).contains("2025-11-24,3,2,0,1,110");
        assertThat(monday("days", "&direction=internal")).contains("2025-11-24,1,0,0,1,0");
        assertThat(monday("days", "&direction=all")).contains("2025-11-24,12,5,2,5,242");
    }

    @Test
    void aQueueIsJudgedByHowLongItsCallersWait() {
        assertThat(monday("queues", ""))
                .containsExactly(
                        "Queue,Offered,Answered,Within 20\u00a0s,Gave up,Gave up before"
                                + " 5\u00a0s,Led on,\"Wait, median\",\"Wait, 90\u00a0%\",Longest"
                                + " wait,Mean talk",
                        "Support,5,2,25,1,1,1,19,21,40,45");
        assertThat(monday("queues", "&within=21").getLast()).startsWith("Support,5,2,50,");
        assertThat(monday("queues", "&within=18").getLast()).startsWith("Support,5,2,0,");
        assertThat(admin.get("/admin/reports?" + dates("2025-11-24", "2025-11-24")).body())
                .contains(">Wait (median)<", ">0:19<", ">90\u00a0%: 0:21<");
    }

    @Test
    void peopleAreCountedByWhatTheirPhoneDid() {
        assertThat(monday("people", ""))
                .containsExactlyInAnyOrder(
                        "Person,Made,Answered,Missed,Taken by others,Did not ring,Talk",
                        "Alice,2,1,2,0,0,152",
                        "Bob,2,1,0,1,1,60",
                        "Carol,0,1,0,0,0,30");
    }

    @Test
    void trunksAreCountedWithTheirFailuresByKind() {
        List<String> lines = monday("trunks", "");
        assertThat(lines.getFirst())
                .isEqualTo("Trunk,In,Out,Connected,Failed,Sound good,Sound bad,Sound unknown,Talk");
        assertThat(lines.getLast())
                .startsWith(
                        "Loopback carrier,8,3,10,1 not allowed; 1 the network could not carry it,");
    }

    @Test
    void aCallIsCountedOnce() {
        HandMade again = call("again", "2025-06-02T08:00:00Z").arrives(GROUP).after(3);
        again.ends(1, EndReason.HUNG_UP);
        keep(again);
        keep(again);
        assertThat(file("days", dates("2025-06-02", "2025-06-02")))
                .contains("2025-06-02,1,0,0,1,0");
    }

    @Test
    void aCallOverMidnightIsOfTheDayOnWhichItBegan() {
        keep(
                call("midnight", "2025-06-10T21:59:50Z")
                        .arrives(GROUP)
                        .rings(2)
                        .after(5)
                        .answers(2)
                        .after(3_600)
                        .ends(1, EndReason.HUNG_UP));
        keep(
                call("after", "2025-06-10T22:00:00Z")
                        .arrives(GROUP)
                        .after(1)
                        .ends(1, EndReason.HUNG_UP));
        assertThat(file("days", dates("2025-06-09", "2025-06-12")))
                .contains(
                        "2025-06-09,0,0,0,0,0",
                        "2025-06-10,1,1,0,0,3600",
                        "2025-06-11,1,0,0,1,0",
                        "2025-06-12,0,0,0,0,0");
        assertThat(file("hours", dates("2025-06-10", "2025-06-10"))).contains("23:00,1,1,0,0,3600");
        assertThat(file("hours", dates("2025-06-11", "2025-06-11"))).contains("00:00,1,0,0,1,0");
    }

    /** Of 23 hours in March, of 25 in October. */
    @Test
    void aDayOnWhichTheClocksChangeHasItsOwnHours() {
        missedAt("2025-03-29T23:00:00Z", "2025-03-30T00:59:59Z", "2025-03-30T01:00:00Z");
        missedAt("2025-03-30T21:59:59Z", "2025-03-30T22:00:00Z");
        missedAt("2025-10-25T22:00:00Z", "2025-10-26T00:30:00Z", "2025-10-26T01:30:00Z");
        missedAt("2025-10-26T22:59:59Z", "2025-10-26T23:00:00Z");

        assertThat(file("days", dates("2025-03-30", "2025-03-31")))
                .contains("2025-03-30,4,0,0,4,0", "2025-03-31,1,0,0,1,0");
        assertThat(file("hours", dates("2025-03-30", "2025-03-30")))
                .contains("01:00,1,0,0,1,0", "02:00,0,0,0,0,0", "03:00,1,0,0,1,0");
        assertThat(file("days", dates("2025-10-26", "2025-10-27")))
                .contains("2025-10-26,4,0,0,4,0", "2025-10-27,1,0,0,1,0");
        assertThat(file("hours", dates("2025-10-26", "2025-10-26"))).contains("02:00,2,0,0,2,0");
    }

    private static void missedAt(String... moments) {
        for (String at : moments) {
            String id = "m" + Instant.parse(at).getEpochSecond();
            keep(call(id, at).arrives(GROUP).after(1).ends(1, EndReason.HUNG_UP));
        }
    }

    @Test
    void monthsAddUpToWhatTheirDaysDo() {
        missedAt("2024-01-31T12:00:00Z", "2024-02-01T12:00:00Z", "2024-02-29T12:00:00Z");
        missedAt("2024-03-01T12:00:00Z");
        assertThat(file("people", dates("2024-02-01", "2024-02-29"))).hasSize(3);
        assertThat(peopleNotRung("2024-02-01", "2024-02-29")).isEqualTo("2");
        assertThat(peopleNotRung("2024-02-02", "2024-02-29")).isEqualTo("1");
        assertThat(peopleNotRung("2024-01-31", "2024-03-01")).isEqualTo("4");
        assertThat(peopleNotRung("2024-02-01", "2024-03-01")).isEqualTo("3");
    }

    @Test
    void ofALongPeriodEachWeekIsShown() {
        missedAt("2022-01-01T12:00:00Z", "2022-01-02T12:00:00Z", "2022-01-03T12:00:00Z");
        missedAt("2022-03-31T12:00:00Z", "2022-04-02T12:00:00Z", "2022-04-03T12:00:00Z");
        String quarter = dates("2022-01-01", "2022-04-02");
        assertThat(admin.get("/admin/reports?" + quarter).body())
                .contains("<summary>Calls by day as a table</summary>")
                .doesNotContain("Calls by week", "CSV by day");

        String longer = dates("2022-01-01", "2022-04-03");
        String page = admin.get("/admin/reports?" + longer).body();
        assertThat(page)
                .contains(
                        "<summary>Calls by week as a table</summary>",
                        ">Week from</th>",
                        "aria-label=\"Calls by day as a CSV file\"",
                        ">Jan 1, 2022</th>",
                        ">Jan 3, 2022</th>",
                        ">Mar 28, 2022</th>")
                .doesNotContain(">Jan 2, 2022</th>", ">Apr 4, 2022</th>");
        assertThat(file("weeks", longer))
                .hasSize(15)
                .startsWith(
                        "Week from,Calls,Answered,To voicemail,Missed,Talk",
                        "2022-01-01,2,0,0,2,0",
                        "2022-01-03,1,0,0,1,0",
                        "2022-01-10,0,0,0,0,0")
                .endsWith("2022-03-28,3,0,0,3,0");
        assertThat(file("days", longer)).hasSize(94).endsWith("2022-04-03,1,0,0,1,0");
    }

    private static String peopleNotRung(String from, String to) {
        String alice =
                file("people", dates(from, to)).stream()
                        .filter(line -> line.startsWith("Alice,"))
                        .findFirst()
                        .orElseThrow();
        return alice.split(",", -1)[5];
    }

    @Test
    void aPeriodWithoutCallsSaysSo() {
        assertThat(file("days", dates("2023-05-01", "2023-05-03"))).hasSize(4);
        assertThat(file("people", dates("2023-05-01", "2023-05-03"))).hasSize(1);
        assertThat(file("queues", dates("2023-05-01", "2023-05-03")).getLast())
                .isEqualTo("Support,0,0,,0,0,0,,,,");
        assertThat(admin.get("/admin/reports?" + dates("2023-05-01", "2023-05-03")).body())
                .contains(
                        "There was no such call in this period.",
                        "Nobody had a call in this period.",
                        "May 1, 2023 to May 3, 2023");
    }

    @Test
    void thePageDrawsWhatStandsInItsTables() {
        String page = admin.get("/admin/reports?" + dates("2025-11-24", "2025-11-24")).body();
        assertThat(page)
                .contains(
                        "aria-current=\"page\">Reports<",
                        ">before: 0<",
                        // 3 answered of at most 10: 54 of the drawing's 180.
                        "<path class=\"answered\" d=\"M115.2 192.0h537.6V138.0h-537.6z\"",
                        "V102.0",
                        "<summary>Calls by day as a table</summary>",
                        ">Nov 24, 2025</th>",
                        "What the figures mean")
                .doesNotContain("style=", "<script>");
        assertThat(admin.ask("GET", "/admin/reports", "", Map.of("Accept-Language", "fr")).body())
                .contains(">Rapports<", "Appels par heure de la journée");
    }

    @Test
    void programsGetTheSameFigures() {
        new ProgramsFigures(admin).areThoseOfTheExport(dates("2025-11-24", "2025-11-25"));
    }

    @Test
    void whatCannotBeUnderstoodIsSaid() {
        for (String wrong :
                List.of(
                        "period=never",
                        "period=dates&from=2025-11-24",
                        dates("2025-11-24", "2025-11-23"),
                        dates("2020-01-01", "2025-01-01"),
                        dates("soon", "+999999999-01-01"),
                        "direction=up",
                        "within=0",
                        "within=many",
                        "people=0")) {
            assertThat(admin.get("/admin/reports?" + wrong.replace("+", "%2B")).body())
                    .as(wrong)
                    .contains("role=\"alert\"");
            assertThat(
                            admin.get(
                                            "/admin/reports/export?table=days&"
                                                    + wrong.replace("+", "%2B"))
                                    .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(admin.get("/admin/reports/export?table=secrets").statusCode()).isEqualTo(400);
    }

    @Test
    void anotherCompanyHasNoneOfIt() {
        Report theirs =
                server.bean(Reports.class)
                        .of(
                                new CompanyId("other"),
                                Period.of(LocalDate.parse("2025-11-24")),
                                List.of(Direction.values()));
        assertThat(theirs.traffic().all()).isEqualTo(Counts.NONE);
        assertThat(theirs.people()).isEmpty();
        assertThat(theirs.queues()).isEmpty();
        assertThat(theirs.trunks()).isEmpty();
    }
}
