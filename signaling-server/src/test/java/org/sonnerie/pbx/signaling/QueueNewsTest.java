package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.fake.FakeCallDesk;
import org.sonnerie.pbx.fake.FakeRoomDesk;
import org.sonnerie.pbx.fake.StoppableClock;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.queues.QueueBoard.Served;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.QueueWatch;
import org.sonnerie.pbx.runtime.RoomDesk;
import org.sonnerie.pbx.runtime.fake.FakeSleepers;
import org.sonnerie.pbx.runtime.fake.PlanShelf;
import org.sonnerie.pbx.security.SignedIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueueNewsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final PlanShelf plans = new PlanShelf();
    private final Map<PersonId, List<Served>> board = new HashMap<>();
    private final Switchboard switchboard =
            new Switchboard(
                    PeopleNewsTest.provider(new FakeCallDesk(), CallDesk.class),
                    PeopleNewsTest.provider(new FakeRoomDesk(), RoomDesk.class),
                    Runnable::run,
                    new StoppableClock(),
                    new Switchboard.Bounds(5, new FakeSleepers()));
    private final QueueNews news =
            new QueueNews(switchboard, plans, (_, agent) -> board.getOrDefault(agent, List.of()));

    /** As in docs/protocol/server-queues.json. */
    static ServerMessage.Queues example() {
        return new ServerMessage.Queues(
                true,
                List.of(
                        new Served(
                                "support",
                                "Support",
                                List.of(
                                        new QueueWatch.Waiting(
                                                new CallId("c-7"),
                                                new Named("Jeanne", "+33612345678"),
                                                TEN,
                                                5,
                                                true),
                                        waiting("c-6")))));
    }

    private static QueueWatch.Waiting waiting(String call) {
        return new QueueWatch.Waiting(
                new CallId(call), new Named("", "+15550100100"), TEN.minusSeconds(40), 0, false);
    }

    @BeforeEach
    void begin() {
        plans.put(
                PeopleNewsTest.plan(
                        "ours",
                        PeopleNewsTest.person("alice", "101"),
                        PeopleNewsTest.person("bob", "102")));
    }

    private void serves(String person, Served... queues) {
        board.put(new PersonId(person), List.of(queues));
    }

    private static Served queue(String id, String... calls) {
        return new Served(id, id, List.of(calls).stream().map(QueueNewsTest::waiting).toList());
    }

    /** A page and what it is told. */
    private final class Told {
        private final LineRecorder line = new LineRecorder(new ArrayList<>());
        private final Page page;

        Told(String person) {
            SignedIn who = new SignedIn(person, "ours", person, Role.EMPLOYEE);
            page = switchboard.add(who, "s").orElseThrow();
            page.take(line, 0);
            page.welcome(1, false, PageTest.GREETING, List.of());
            news.watch(page, true);
        }

        /** Since it was last asked: whether anew, which queue, and whose calls wait there. */
        List<String> told() {
            List<String> told =
                    line.frames().stream()
                            .map(JSON::readTree)
                            .filter(message -> message.path("type").asString().equals("queues"))
                            .map(QueueNewsTest::shortly)
                            .toList();
            line.frames().clear();
            return told;
        }
    }

    private static String shortly(JsonNode message) {
        List<String> queues =
                message.path("queues")
                        .valueStream()
                        .map(queue ->
                                queue.path("id").asString()
                                        + queue.path("callers")
                                                .valueStream()
                                                .map(caller -> caller.path("call").asString())
                                                .toList())
                        .toList();
        return (message.path("anew").asBoolean() ? "anew " : "") + String.join(" ", queues);
    }

    @Test
    void whoBeginsToWatchIsToldOfAllHisQueuesAtOnceAndOfNoOther() {
        serves("alice", queue("sales", "c-1", "c-2"), queue("support"));
        assertThat(new Told("alice").told()).containsExactly("anew sales[c-1, c-2]", "support[]");
        assertThat(new Told("bob").told()).containsExactly("anew ");
    }

    @Test
    void onlyAQueueThatChangedIsToldOfAndOnlyThen() {
        serves("alice", queue("sales", "c-1"), queue("support"));
        Told alice = new Told("alice");
        alice.told();
        news.tick();
        assertThat(alice.told()).isEmpty();
        serves("alice", queue("sales", "c-1"), queue("support", "c-3"));
        news.tick();
        assertThat(alice.told()).containsExactly("support[c-3]");
        serves("alice", queue("sales"), queue("support", "c-3"));
        news.tick();
        news.tick();
        assertThat(alice.told()).containsExactly("sales[]");
    }

    @Test
    void whoServesOtherQueuesThanBeforeIsToldAnew() {
        serves("alice", queue("sales", "c-1"), queue("support"));
        Told alice = new Told("alice");
        alice.told();
        serves("alice", queue("support"));
        news.tick();
        assertThat(alice.told()).containsExactly("anew support[]");
        serves("alice");
        news.tick();
        assertThat(alice.told()).containsExactly("anew ");
    }

    @Test
    void whoWatchesNoLongerIsToldNothing() {
        serves("alice", queue("sales"));
        Told looksAway = new Told("alice");
        Told gone = new Told("alice");
        looksAway.told();
        gone.told();
        news.watch(looksAway.page, false);
        switchboard.remove(gone.page);
        serves("alice", queue("sales", "c-1"));
        news.tick();
        assertThat(looksAway.told()).isEmpty();
        assertThat(gone.told()).isEmpty();
        news.watch(looksAway.page, true);
        news.watch(looksAway.page, true);
        assertThat(looksAway.told()).containsExactly("anew sales[c-1]");
    }

    @Test
    void ofALongQueueTheFirstHundredAreNamedAndAllAreCounted() {
        String[] calls =
                IntStream.rangeClosed(1, 120).mapToObj(i -> "c-" + i).toArray(String[]::new);
        JsonNode told =
                JSON.readTree(
                        MessageWriter.write(
                                new ServerMessage.Queues(true, List.of(queue("sales", calls))), 1));
        assertThat(told.path("queues").path(0).path("callers").size()).isEqualTo(100);
        assertThat(told.path("queues").path(0).path("waiting").asInt()).isEqualTo(120);
    }
}
