package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.quality.LegSecond;
import org.sonnerie.pbx.quality.PageSecond;

/** What is kept of each second, and what is let go. */
@BothDatabases("CallFacts")
class FlightRecorderIT {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final CompanyId COMPANY = new CompanyId("bakery");
    private static final CallId CALL = new CallId("c1");
    private static final LegId ALICE = new LegId("c1-1");
    private static final LegId BOB = new LegId("c1-2");
    private static final LegId STRANGER = new LegId("c9-1");
    private static final Duration KEPT = Duration.ofDays(30);

    @TempDir Path folder;
    private LogBench bench;
    private CallFacts facts;
    private FlightRecorder recorder;

    @BeforeEach
    void open() throws SQLException {
        bench = new LogBench(folder);
        facts = new CallFacts(bench.tables());
        recorder = recorder(AT);
        recorder.start();
    }

    private FlightRecorder recorder(Instant now) {
        return new FlightRecorder(
                facts,
                leg -> leg.equals(STRANGER) ? Optional.empty() : Optional.of(COMPANY),
                InstantSource.fixed(now),
                KEPT);
    }

    @AfterEach
    void close() {
        recorder.stop();
        bench.close();
    }

    private static LegSecond second(int number) {
        return new LegSecond(
                AT.plusSeconds(number),
                "opus",
                new LegSecond.In(50, number % 3, 0, 0, 30, 2),
                new LegSecond.Out(50, Optional.empty()),
                true,
                false,
                0,
                Optional.empty());
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private int kept(LegId leg) {
        return facts.find(COMPANY, CALL).getOrDefault(leg, List.of()).size();
    }

    @Test
    void aLegThatIsGoneIsKeptAtOnce() {
        recorder.take(Map.of(ALICE, second(1), BOB, second(1), STRANGER, second(1)));
        recorder.take(Map.of(ALICE, second(2)));
        until("bob's second", () -> kept(BOB) == 1);
        recorder.take(Map.of());
        until("alice's seconds", () -> kept(ALICE) == 2);

        assertThat(facts.find(COMPANY, CALL).get(ALICE)).containsExactly(second(1), second(2));
        assertThat(facts.find(COMPANY, new CallId("c9"))).isEmpty();
        assertThat(facts.find(new CompanyId("other"), CALL)).isEmpty();
    }

    @Test
    void aLongCallIsKeptMinuteByMinuteAndItsRestAtTheEnd() {
        for (int i = 1; i <= 68; i++) {
            recorder.take(Map.of(ALICE, second(i)));
        }
        until("the first minute", () -> kept(ALICE) == 60);
        recorder.take(Map.of(ALICE, second(69)));
        recorder.stop();

        assertThat(facts.find(COMPANY, CALL).get(ALICE))
                .extracting(LegSecond::at)
                .hasSize(69)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatAPageSaysStandsBesideTheRelaysSeconds() {
        PageSecond third = new PageSecond(47, 3, 60, 5, 40);
        PageSecond fourth = new PageSecond(50, 0, 0, 4, 41);
        FlightRecorder at4 = recorder(AT.plusSeconds(4).plusMillis(300));
        at4.start();
        for (int i = 1; i <= 4; i++) {
            at4.take(Map.of(ALICE, second(i)));
        }
        at4.take(ALICE, List.of(third, fourth));
        at4.take(STRANGER, List.of(third));
        at4.stop();

        assertThat(facts.find(COMPANY, CALL).get(ALICE))
                .containsExactly(
                        second(1), second(2), second(3).with(third), second(4).with(fourth));
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsCountedAndForgotten() {
        bench.breakable.breakDown(true);
        recorder.take(Map.of(ALICE, second(1)));
        recorder.take(Map.of());
        until("the loss", () -> recorder.lostTotal() == 1);
        bench.breakable.breakDown(false);
        recorder.take(Map.of(BOB, second(3)));
        recorder.take(Map.of());
        until("the next", () -> kept(BOB) == 1);

        assertThat(kept(ALICE)).isZero();
    }

    @Test
    void factsThatAreTooOldAreForgotten() {
        facts.keep(COMPANY, ALICE, List.of(second(1)));
        facts.keep(COMPANY, BOB, List.of(second(100)));

        FlightRecorder later = recorder(AT.plus(KEPT).plusSeconds(50));
        later.start();
        until("alice's are gone", () -> kept(ALICE) == 0);
        later.stop();

        assertThat(kept(BOB)).isEqualTo(1);
    }
}
