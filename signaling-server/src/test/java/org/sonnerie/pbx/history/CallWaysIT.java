package org.sonnerie.pbx.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.HandMade;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.publish.Published;

/** With which queues and ring groups calls were, and until when. */
@BothDatabases({"CallWayRows", "CallSearch", "CallRecordRows"})
class CallWaysIT {
    private static final String QUEUE = "+15550100300";
    private static final String GROUP = "+15550100200";
    private static final Instant NINE = Instant.parse("2025-11-24T08:00:00Z");
    private static final QueueId SUPPORT = new QueueId("support");
    private static final Stretch.Holder OF_SUPPORT =
            new Stretch.Holder(Stretch.Kind.QUEUE, "support");
    private static final Stretch.Holder OF_SALES = new Stretch.Holder(Stretch.Kind.GROUP, "sales");

    private static RunningServer server;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        for (int i = 0; i < 5; i++) {
            keep(call("q" + i, i).arrives(QUEUE).after(5).ends(1, EndReason.HUNG_UP));
            keep(call("g" + i, i).arrives(GROUP).after(5).ends(1, EndReason.HUNG_UP));
        }
        keep(talk("moved", 60).handsOn(2, "200").rings(3).after(4).ends(1, EndReason.HUNG_UP));
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static CompanyPlan plan() {
        return server.bean(Published.class).all().getFirst();
    }

    private static HandMade call(String id, int second) {
        return new HandMade(plan(), id, NINE.plusSeconds(second).toString());
    }

    /** Carol has taken it after 3 s, and talks 20 s. */
    private static HandMade talk(String id, int second) {
        return call(id, second)
                .arrives(QUEUE)
                .after(2)
                .offered("carol")
                .rings(2)
                .after(1)
                .answers(2)
                .after(20);
    }

    private static void keep(HandMade call) {
        server.bean(CallHistory.class).keep(call.logged());
    }

    private static List<Stretch> stretches(HandMade call) {
        return Stretch.of(call.logged());
    }

    private static Stretch stretch(Stretch.Holder holder, double from, double to) {
        return new Stretch(
                holder,
                NINE.plusMillis((long) (from * 1_000)),
                NINE.plusMillis((long) (to * 1_000)));
    }

    @Test
    void aCallIsWithAQueueUntilItIsHandedOn() {
        assertThat(stretches(talk("a", 0).ends(1, EndReason.HUNG_UP)))
                .containsExactly(stretch(OF_SUPPORT, 0, 23));
        assertThat(
                        stretches(
                                talk("b", 0)
                                        .handsOn(2, "101")
                                        .rings(3)
                                        .after(4)
                                        .ends(1, EndReason.HUNG_UP)))
                .containsExactly(stretch(OF_SUPPORT, 0, 23));
        assertThat(
                        stretches(
                                talk("c", 0)
                                        .handsOn(2, "200")
                                        .rings(3)
                                        .after(4)
                                        .ends(1, EndReason.HUNG_UP)))
                .containsExactly(stretch(OF_SUPPORT, 0, 23), stretch(OF_SALES, 23, 27));
    }

    @Test
    void whomAnAgentOnlyAsksHasItNot() {
        assertThat(
                        stretches(
                                talk("d", 0)
                                        .asks(2, "200")
                                        .rings(3)
                                        .after(4)
                                        .returns(2)
                                        .after(5)
                                        .ends(1, EndReason.HUNG_UP)))
                .containsExactly(stretch(OF_SUPPORT, 0, 32));
        assertThat(
                        stretches(
                                talk("e", 0)
                                        .asks(2, "200")
                                        .rings(3)
                                        .after(4)
                                        .answers(3)
                                        .after(1)
                                        .putsThrough(2)
                                        .after(5)
                                        .ends(1, EndReason.HUNG_UP)))
                .containsExactly(stretch(OF_SUPPORT, 0, 28), stretch(OF_SALES, 28, 33));
    }

    /** All of them, read in small parts. */
    private static List<String> found(CallFilter filter) {
        List<String> found = new ArrayList<>();
        Optional<CallId> after = Optional.empty();
        do {
            CallPage page = server.bean(CallHistory.class).page(plan().company(), filter, after, 2);
            page.calls().forEach(call -> found.add(call.call().text()));
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    @Test
    void theCallsOfAQueueAreFoundAndNoOthers() {
        Set<QueueId> support = Set.of(SUPPORT);
        assertThat(found(CallFilter.ALL.within(support)))
                .containsExactly("moved", "q4", "q3", "q2", "q1", "q0");
        assertThat(found(CallFilter.ALL.within(Set.of(new QueueId("other"))))).isEmpty();
        assertThat(found(CallFilter.ALL.within(Set.of()))).isEmpty();
        CallFilter later =
                new CallFilter(
                        Optional.of(NINE.plusSeconds(2)),
                        Optional.of(NINE.plusSeconds(4)),
                        Optional.of("3361234"),
                        Optional.empty(),
                        false);
        assertThat(found(later.within(support))).containsExactly("q3", "q2");
        TestDatabase.outside(server.data())
                .sql("update call_number set calls = calls + 50000")
                .update();
        assertThat(found(later.within(support))).containsExactly("q3", "q2");
        CallFilter carols =
                new CallFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PersonId("carol")),
                        false);
        assertThat(found(carols.within(support))).containsExactly("moved");
        CallFilter reported =
                new CallFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        assertThat(found(reported.within(support))).isEmpty();
    }

    private static long count(String what) {
        return TestDatabase.outside(server.data())
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }

    /** As a migration leaves calls that an earlier version kept. */
    @Test
    void olderCallsAreLookedAtOnceMoreAndProgramsAreNotToldAgain() {
        var rows = TestDatabase.outside(server.data());
        rows.sql("delete from call_record_way where call_id = 'moved'").update();
        rows.sql("update call_record set told = true where call_id = 'moved'").update();
        rows.sql("delete from company_event where body like '%moved%'").update();

        HandMade again = talk("moved", 60).handsOn(2, "200").rings(3).after(4);
        keep(again.ends(1, EndReason.HUNG_UP));

        assertThat(count("call_record_way where call_id = 'moved'")).isEqualTo(2);
        assertThat(count("company_event where body like '%moved%'")).isZero();
        assertThat(count("company_event where body like '%\"q1\"%'")).isEqualTo(1);
        CallHistory history = server.bean(CallHistory.class);
        assertThat(history.wasWith(plan().company(), new CallId("moved"), Set.of(SUPPORT)))
                .isTrue();
        assertThat(history.wasWith(plan().company(), new CallId("g1"), Set.of(SUPPORT))).isFalse();
    }
}
