package org.sonnerie.pbx.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.LoggedCall;

/** Whichever way leads to the calls, the same are found in the same order. */
@BothDatabases({"CallSearch", "CallNumberRows"})
class CallSearchIT {
    private static final Instant AT = Instant.parse("2025-11-23T10:00:00Z");
    private static final String GROUP = "+15550100200";
    private static final String ALICE = "+15550100101";
    private static final int MANY = 30;
    private static final int PAGE = 7;

    private static RunningServer server;

    /** Thirty callers to a group, one a second; three calls of one more, to a person. */
    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        for (int i = 0; i < MANY; i++) {
            keep(id(i), i, "+3361234%04d".formatted(i), GROUP);
        }
        for (int i = 0; i < 3; i++) {
            keep("often" + i, 5 * i, "+33999888777", ALICE);
        }
        // Both of its numbers hold the same digits.
        keep("alike", 100, "+15550100201", GROUP);
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static String id(int number) {
        return "c%02d".formatted(number);
    }

    private static void keep(String id, int second, String from, String to) {
        CompanyPlan plan = server.bean(Published.class).all().getFirst();
        CallId call = new CallId(id);
        var caller = Call.callerOf(call);
        var trunk = plan.outside().trunks().getFirst().id();
        var led = Dialling.inbound(plan, to);
        Instant at = AT.plusSeconds(second);
        server.bean(CallHistory.class)
                .keep(
                        new LoggedCall(
                                call,
                                plan,
                                List.of(
                                        new CallEvent.Arrived(
                                                at, caller, trunk, to, Optional.of(from), "", led),
                                        new CallEvent.LegEnded(
                                                at.plusSeconds(5), caller, EndReason.HUNG_UP))));
    }

    private static CompanyId company() {
        return server.bean(Published.class).all().getFirst().company();
    }

    /** All of them, read in small parts. */
    private static List<String> found(CallFilter filter) {
        List<String> found = new ArrayList<>();
        Optional<CallId> after = Optional.empty();
        do {
            CallPage page = server.bean(CallHistory.class).page(company(), filter, after, PAGE);
            page.calls().forEach(call -> found.add(call.call().text()));
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    private static CallFilter number(String number) {
        return filter(number, Optional.empty(), Optional.empty());
    }

    private static CallFilter filter(String number, Optional<Instant> from, Optional<String> who) {
        return new CallFilter(
                from, Optional.empty(), Optional.of(number), who.map(PersonId::new), false);
    }

    private static List<String> thirty(int from) {
        return IntStream.iterate(MANY - 1, i -> i >= from, i -> i - 1)
                .mapToObj(CallSearchIT::id)
                .toList();
    }

    @Test
    void allAreReadOnceTheNewestFirst() {
        assertThat(found(CallFilter.ALL))
                .hasSize(MANY + 4)
                .doesNotHaveDuplicates()
                .startsWith("alike", "c29")
                .containsSubsequence(
                        "often2", "c10", "c09", "c06", "often1", "c05", "often0", "c00");
    }

    @Test
    void fewNumbersAreFollowed() {
        assertThat(found(number("99 98 88"))).containsExactly("often2", "often1", "often0");
        assertThat(found(number("612340029"))).containsExactly("c29");
        assertThat(found(number("55501002"))).hasSize(MANY + 1).startsWith("alike", "c29");
        assertThat(found(number("5550100101"))).containsExactly("often2", "often1", "often0");
        assertThat(found(number("4711"))).isEmpty();
    }

    @Test
    void manyNumbersAreGatheredAndVeryManyAreMetOnTheWay() {
        assertThat(foundEitherWay(number("61234"))).isEqualTo(thirty(0));
        Instant from = AT.plusSeconds(12);
        CallFilter later = filter("61234", Optional.of(from), Optional.empty());
        assertThat(foundEitherWay(later)).isEqualTo(thirty(12));
    }

    /** With numbers that few calls have, and that most calls have. */
    private static List<String> foundEitherWay(CallFilter filter) {
        have(1);
        List<String> gathered = found(filter);
        have(50_000);
        assertThat(found(filter)).isEqualTo(gathered);
        return gathered;
    }

    private static void have(int calls) {
        TestDatabase.outside(server.data())
                .sql("update call_number set calls = ?")
                .param(calls)
                .update();
    }

    @Test
    void aPersonsCallsAreSearchedByNumberToo() {
        assertThat(foundEitherWay(filter("61234", Optional.empty(), Optional.of("bob"))))
                .isEqualTo(thirty(0));
        assertThat(foundEitherWay(filter("999", Optional.empty(), Optional.of("bob")))).isEmpty();
        assertThat(foundEitherWay(filter("999", Optional.empty(), Optional.of("alice"))))
                .containsExactly("often2", "often1", "often0");
    }

    @Test
    void anotherCompanyFindsNothing() {
        assertThat(
                        server.bean(CallHistory.class)
                                .page(new CompanyId("other"), number("61234"), Optional.empty(), 5)
                                .calls())
                .isEmpty();
    }
}
