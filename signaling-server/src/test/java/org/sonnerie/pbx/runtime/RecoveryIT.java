package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.fake.CallDatabase;
import org.sonnerie.pbx.runtime.fake.FakeDuty;
import org.sonnerie.pbx.runtime.fake.FakeGreetings;
import org.sonnerie.pbx.runtime.fake.FakeMailboxes;
import org.sonnerie.pbx.runtime.fake.FakeMedia;
import org.sonnerie.pbx.runtime.fake.FakePhones;
import org.sonnerie.pbx.runtime.fake.FakeRecordings;
import org.sonnerie.pbx.runtime.fake.FakeTrunks;
import org.sonnerie.pbx.runtime.fake.OneCompany;

/** A start on what a killed process left, some of it broken. */
@BothDatabases("CallEventStore")
class RecoveryIT {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Occupancy.Limits LIMITS = new Occupancy.Limits(8, 500);
    private static final CallId GOOD = new CallId("c1");
    private static final CallId BROKEN = new CallId("c2");
    private static final CallId GOOD_TOO = new CallId("c3");

    @TempDir Path folder;
    private final OneCompany company = new OneCompany();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private LogBench bench;
    private CallDatabase database;

    @BeforeEach
    void open() {
        bench = new LogBench(folder);
        database = bench.database;
        logged.start();
        logger().addAppender(logged);
    }

    @AfterEach
    void close() {
        logger().detachAppender(logged);
        bench.close();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Recovery.class);
    }

    /** Three calls in which anna and ben talk when the process is killed. */
    private void threeCallsAreLeft() throws SQLException {
        try (var log = bench.log(database.source())) {
            for (var call : List.of(GOOD, BROKEN, GOOD_TOO)) {
                var leg = Call.callerOf(call);
                var ben = new Destination.ToPerson(OneCompany.BEN);
                append(log, call, 1, new CallEvent.Dialled(AT, leg, OneCompany.ANNA, "12", ben));
                append(log, call, 2, new CallEvent.LegAnswered(AT, new LegId(call + "-2")));
            }
        }
    }

    private void append(EventLog log, CallId call, long sequence, CallEvent event) {
        var plan = company.all().getFirst();
        log.append(new LoggedEvent(plan.company(), call, plan.version(), sequence, event, false));
    }

    /** Starts as the application does; gives how many calls were set aside. */
    private long start() throws SQLException {
        var world =
                new World(
                        new FakePhones(),
                        new FakeMedia(),
                        new World.Outside(new FakeTrunks(), SpendingBelt.FREE),
                        new World.Stores(
                                new FakeMailboxes(), new FakeGreetings(), new FakeRecordings()),
                        new FakeDuty(),
                        new RoomKeeper(
                                InstantSource.system(),
                                _ -> {},
                                () -> {
                                    throw new AssertionError("nothing is recorded here");
                                }),
                        new PinGuesses(),
                        (_, _, _) -> false);
        try (var log = bench.log(database.source());
                var calls = new LiveCalls(log, InstantSource.system(), world, LIMITS)) {
            var recovery = new Recovery(calls, log, company, InstantSource.system());
            var before = restartsLogged();
            recovery.takeUpAll();
            assertThat(calls.find(GOOD)).isPresent();
            assertThat(calls.find(GOOD_TOO)).isPresent();
            assertThat(calls.find(BROKEN)).isEmpty();
            DeskBench.until("the good ones were told", () -> restartsLogged() == before + 2);
            return recovery.setAsideTotal();
        }
    }

    private int restartsLogged() {
        return database.texts("select call_id from call_event where event_type='ServerRestarted'")
                .size();
    }

    private List<ILoggingEvent> errors() {
        return logged.list.stream().filter(line -> line.getLevel() == Level.ERROR).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "event_type, Sneezed",
        "body, '{\"at\":'",
        "body, 'null'",
        "body, '{\"at\":\"yesterday\",\"leg\":{\"text\":\"c2-1\"}}'",
        "company_id, 'no id'"
    })
    void oneUnreadableRowSetsItsCallAsideAndNoOther(String column, String text)
            throws SQLException {
        threeCallsAreLeft();
        database.change(
                "update call_event set %s = ? where call_id = 'c2' and sequence = 2"
                        .formatted(column),
                text);

        assertThat(start()).isEqualTo(1);

        assertThat(database.texts("select call_id from call_log where set_aside = 'UNREADABLE'"))
                .containsExactly("c2");
        assertThat(database.texts("select ended_at from call_log where call_id = 'c2'"))
                .doesNotContainNull();
        assertThat(database.texts("select event_type from call_event where call_id = 'c2'"))
                .as("what stands in the log stays")
                .hasSize(2);
        assertThat(errors())
                .singleElement()
                .asString()
                .contains("call=c2 is set aside")
                .doesNotContain("yesterday");
    }

    @Test
    void aCallThatIsSetAsideIsNotTriedAgain() throws SQLException {
        threeCallsAreLeft();
        database.change("update call_event set body = '' where call_id = 'c2'");

        assertThat(start()).isEqualTo(1);
        assertThat(start()).isZero();
        assertThat(errors()).hasSize(1);
    }

    @Test
    void aLogWithoutItsBeginningIsSetAside() throws SQLException {
        threeCallsAreLeft();
        database.change("delete from call_event where call_id = 'c2' and sequence = 1");

        assertThat(start()).isEqualTo(1);

        assertThat(database.texts("select set_aside from call_log where call_id = 'c2'"))
                .containsExactly("NOT_REPLAYABLE");
        assertThat(errors()).singleElement().asString().contains("call=c2", "cannot be replayed");
    }

    @Test
    void aCallWhosePlanIsGoneIsClosedOnceAndSaysWhy() throws SQLException {
        threeCallsAreLeft();
        database.change("update call_log set plan_version = 2 where call_id = 'c2'");

        assertThat(start()).isEqualTo(1);
        assertThat(start()).isZero();

        assertThat(database.texts("select set_aside from call_log where call_id = 'c2'"))
                .containsExactly("PLAN_GONE");
        assertThat(database.texts("select ended_at from call_log where call_id = 'c2'"))
                .doesNotContainNull();
        assertThat(errors()).singleElement().asString().contains("call=c2", "its plan is gone");
    }
}
