package org.sonnerie.pbx.reports;

import static java.util.concurrent.Future.State.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.HandMade;
import org.sonnerie.pbx.fake.KeptFacts;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.history.CallRecord.Direction;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.EventLog;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;

/** When a call is counted: once, whatever happens at the same time. */
@BothDatabases("ReportCounts")
class ReportCountsIT {
    private static final String GROUP = "+15550100200";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static RunningServer server;
    private static Browser admin;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static CompanyPlan plan() {
        return server.bean(Published.class).all().getFirst();
    }

    @Test
    void callsThatEndAtTheSameTimeAreAllCounted() throws InterruptedException {
        int calls = 12;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> kept =
                    IntStream.range(0, calls)
                            .mapToObj(i ->
                                    new HandMade(plan(), "same-" + i, "2025-08-05T08:00:00Z")
                                            .arrives(GROUP)
                                            .rings(2)
                                            .after(8)
                                            .answers(2)
                                            .after(42)
                                            .ends(1, EndReason.HUNG_UP))
                            .map(call ->
                                    Executors.callable(() ->
                                            server.bean(CallHistory.class).keep(call.logged())))
                            .toList();
            assertThat(threads.invokeAll(kept))
                    .allSatisfy(done -> assertThat(done.state()).isEqualTo(SUCCESS));
        }

        Report day =
                server.bean(Reports.class)
                        .of(
                                plan().company(),
                                Period.of(LocalDate.parse("2025-08-05")),
                                List.of(Direction.values()));
        assertThat(day.traffic().all().answered()).isEqualTo(calls);
    }

    /** By the log, as a real call; what it sounded like is known before it is counted. */
    @Test
    void howTrunksSoundIsCountedOnceItIsKnown() {
        // What older legs sounded like is forgotten by and by, from the start on.
        Instant at = server.clock().instant().minus(Duration.ofHours(1));
        for (String id : List.of("s-good", "s-bad")) {
            List<LoggedEvent> events = new PastCall(plan(), id, at).events();
            EventLog log = server.bean(EventLog.class);
            events.subList(0, events.size() - 1).forEach(log::append);
            untilLogged(id);
            int lost = id.equals("s-bad") ? 5 : 0;
            KeptFacts.keep(server, id, id + "-1", at.plusSeconds(8), lost);
            log.append(events.getLast());
        }
        String day = at.atZone(plan().facts().timeZone()).toLocalDate().toString();
        until(() -> sound(day).endsWith(",1,1,0,85"));
        assertThat(sound(day)).startsWith("Loopback carrier,2,0,2,0,1,1,0,");
    }

    private static String sound(String day) {
        String path = "/admin/reports/export?table=trunks&period=dates&from=" + day + "&to=" + day;
        return admin.get(path).body().lines().toList().getLast();
    }

    private static void untilLogged(String id) {
        until(() ->
                server.bean(CallHistory.class).story(plan().company(), new CallId(id)).isPresent());
    }

    private static void until(BooleanSupplier there) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
