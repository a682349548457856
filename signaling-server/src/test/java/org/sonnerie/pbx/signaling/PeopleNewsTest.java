package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.fake.FakeCallDesk;
import org.sonnerie.pbx.fake.FakeRoomDesk;
import org.sonnerie.pbx.fake.StoppableClock;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Contact;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.DialRules;
import org.sonnerie.pbx.plan.Flow;
import org.sonnerie.pbx.plan.Listing;
import org.sonnerie.pbx.plan.Outside;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.RoomDesk;
import org.sonnerie.pbx.runtime.fake.FakeSleepers;
import org.sonnerie.pbx.runtime.fake.PlanShelf;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.signaling.Colleague.State;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PeopleNewsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final PersonId BOB = new PersonId("bob");

    private final StoppableClock clock = new StoppableClock();
    private final FakeCallDesk desk = new FakeCallDesk();
    private final PlanShelf plans = new PlanShelf();
    private final Switchboard switchboard =
            new Switchboard(
                    provider(desk, CallDesk.class),
                    provider(new FakeRoomDesk(), RoomDesk.class),
                    Runnable::run,
                    clock,
                    new Switchboard.Bounds(5, new FakeSleepers()));
    private final PeopleNews news = new PeopleNews(switchboard, plans);

    static <T> ObjectProvider<T> provider(T one, Class<T> type) {
        return new ObjectProvider<>() {
            @Override
            public T getObject() {
                return type.cast(one);
            }
        };
    }

    @BeforeEach
    void begin() {
        clock.stop();
        plans.put(plan("ours", person("alice", "101"), person("bob", "102")));
        plans.put(plan("theirs", person("eve", "101"), person("mallory", "102")));
    }

    /** As in docs/protocol/server-people.json. */
    static ServerMessage.People example() {
        Instant answered = Instant.parse("2026-11-23T10:00:05Z");
        return PeopleMessages.everybody(
                        List.of(
                                new Colleague(
                                        "101",
                                        "Alice",
                                        Optional.of("Sales"),
                                        new Colleague.Presence(
                                                State.IN_CALL, Optional.of(answered))),
                                new Colleague(
                                        "102",
                                        "Bob",
                                        Optional.empty(),
                                        Colleague.Presence.idle(State.ASLEEP))))
                .getFirst();
    }

    static Person person(String id, String extension) {
        return new Person(new PersonId(id), id, extension);
    }

    static CompanyPlan plan(String company, Person... people) {
        return new CompanyPlan(
                new CompanyId(company),
                PlanVersion.of(1),
                new CompanyFacts(company, "FR", "en", ZoneId.of("Europe/Paris")),
                List.of(people),
                List.of(),
                Flow.ofMenus(),
                List.of(),
                new Outside(List.of(), List.of(), DialRules.usual(List.of("33"))));
    }

    /** A page and what it is told. */
    private final class Told {
        private final LineRecorder line = new LineRecorder(new ArrayList<>());
        private final Page page;

        Told(String person, String company) {
            SignedIn who = new SignedIn(person, company, person, Role.EMPLOYEE);
            page = switchboard.add(who, "s").orElseThrow();
            page.take(line, 0);
            page.welcome(1, false, PageTest.GREETING, List.of());
            page.probe(clock.instant());
        }

        Told answersProbe() {
            page.probed(new ClientMessage.Probed(2, "n1", true, Optional.empty()), clock.instant());
            return this;
        }

        Told watches() {
            news.watch(page, true);
            return this;
        }

        /** Since it was last asked. */
        List<JsonNode> news() {
            List<JsonNode> news =
                    line.frames().stream()
                            .map(JSON::readTree)
                            .filter(message -> message.path("type").asString().equals("people"))
                            .toList();
            line.frames().clear();
            return news;
        }

        /** By extension. */
        Map<String, String> presences() {
            return news().stream()
                    .flatMap(message -> message.path("people").valueStream())
                    .collect(
                            Collectors.toMap(
                                    one -> one.path("extension").asString(),
                                    one -> one.path("presence").asString(),
                                    (_, newer) -> newer));
        }
    }

    @Test
    void whoBeginsIsToldOfEverybodyAndThenOnlyOfChanges() {
        Told alice = new Told("alice", "ours").watches();

        List<JsonNode> first = alice.news();
        assertThat(first).hasSize(1);
        assertThat(first.getFirst().path("anew").asBoolean()).isTrue();
        assertThat(first.getFirst().path("people")).hasSize(2);
        news.tick();
        assertThat(alice.news()).isEmpty();

        new Told("bob", "ours").answersProbe();
        news.tick();
        List<JsonNode> change = alice.news();
        assertThat(change).hasSize(1);
        assertThat(change.getFirst().path("anew").asBoolean()).isFalse();
        assertThat(change.getFirst().path("people").findValuesAsString("extension"))
                .containsExactly("102");
    }

    @Test
    void availableIsWhoseProbeWasAnsweredWithinTenSeconds() {
        Told alice = new Told("alice", "ours").watches();
        assertThat(alice.presences()).containsEntry("102", "asleep");

        new Told("bob", "ours").answersProbe();
        news.tick();
        assertThat(alice.presences()).containsEntry("102", "available");

        clock.ahead(Duration.ofSeconds(10));
        news.tick();
        assertThat(alice.presences()).isEmpty();
        clock.ahead(Duration.ofSeconds(11));
        news.tick();
        assertThat(alice.presences()).containsEntry("102", "asleep");
    }

    @Test
    void doNotDisturbIsHisSwitchOrHisRule() {
        Told alice = new Told("alice", "ours").watches();
        new Told("bob", "ours").answersProbe();
        switchboard.available(BOB, false);
        news.tick();
        assertThat(alice.presences()).containsEntry("102", "do-not-disturb");

        switchboard.available(BOB, true);
        news.tick();
        assertThat(alice.presences()).containsEntry("102", "available");

        Optional<Destination> nowhere = Optional.empty();
        Reach quiet = new Reach(true, nowhere, nowhere, nowhere, nowhere, Optional.empty());
        plans.put(plan("ours", person("alice", "101"), person("bob", "102").with(quiet)));
        news.tick();
        assertThat(alice.presences()).containsEntry("102", "do-not-disturb");
    }

    @Test
    void callsAreToldWithTheirBeginningAndNobodyElseInThem() {
        Told alice = new Told("alice", "ours").watches();
        alice.news();

        desk.live(FakeCallDesk.view("bob", true, CallView.State.RINGING));
        news.tick();
        JsonNode ringing = alice.news().getFirst().path("people").get(0);
        assertThat(ringing.path("presence").asString()).isEqualTo("ringing");
        assertThat(ringing.path("since").asString()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(ringing.propertyNames())
                .containsExactlyInAnyOrder("extension", "name", "department", "presence", "since");

        for (CallView.State engaged :
                List.of(CallView.State.IN_CALL, CallView.State.ON_HOLD, CallView.State.CALLING)) {
            desk.live(FakeCallDesk.view("bob", false, engaged));
            news.tick();
            desk.live();
            assertThat(alice.presences()).as("%s", engaged).containsEntry("102", "in-call");
            news.tick();
            assertThat(alice.presences()).containsEntry("102", "asleep");
        }
    }

    @Test
    void ofAnotherCompanyNothingIsTold() {
        Told alice = new Told("alice", "ours").watches();
        Told eve = new Told("eve", "theirs").watches();
        alice.news();
        assertThat(eve.news().getFirst().path("people").findValuesAsString("name"))
                .containsExactly("eve", "mallory");

        new Told("mallory", "theirs").answersProbe();
        desk.live(FakeCallDesk.view("eve", true, CallView.State.IN_CALL));
        news.tick();

        assertThat(alice.news()).isEmpty();
        assertThat(eve.presences())
                .containsOnly(Map.entry("101", "in-call"), Map.entry("102", "available"));
    }

    @Test
    void whoNoLongerWatchesHasLeftOrIsOfTheCompanyNoMoreIsToldNothing() {
        Told stops = new Told("alice", "ours").watches();
        Told leaves = new Told("alice", "ours").watches();
        Told stays = new Told("alice", "ours").watches();
        Told dismissed = new Told("bob", "ours").watches();
        for (Told told : List.of(stops, leaves, stays, dismissed)) {
            told.news();
        }

        news.watch(stops.page, false);
        switchboard.remove(leaves.page);
        plans.put(plan("ours", person("alice", "101"), person("carol", "103")));
        news.tick();

        assertThat(stops.news()).isEmpty();
        assertThat(leaves.news()).isEmpty();
        assertThat(dismissed.news()).isEmpty();
        List<JsonNode> told = stays.news();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().path("anew").asBoolean()).isTrue();
        assertThat(told.getFirst().path("people").findValuesAsString("extension"))
                .containsExactly("101", "103");
    }

    @Test
    void departmentsAreTold() {
        Contact sales = Contact.NONE.with(new Listing(true, Optional.of("Sales")));
        plans.put(plan("ours", person("alice", "101").with(sales), person("bob", "102")));

        JsonNode people = new Told("alice", "ours").watches().news().getFirst().path("people");

        assertThat(people.get(0).path("department").asString()).isEqualTo("Sales");
        assertThat(people.get(1).path("department").isNull()).isTrue();
    }

    @Test
    void manyPeopleComeInSeveralMessagesEachOfThemBelowTheLimit() {
        String name = "é".repeat(80);
        Person[] people =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> new Person(new PersonId("p" + i), name, "" + (1_000 + i)))
                        .toArray(Person[]::new);
        plans.put(plan("ours", people));

        List<JsonNode> all = new Told("p0", "ours").watches().news();

        assertThat(all).hasSize(5).first().matches(one -> one.path("anew").asBoolean());
        assertThat(all.subList(1, 5)).noneMatch(one -> one.path("anew").asBoolean());
        assertThat(all).allMatch(one -> one.path("people").size() == 200);
        assertThat(all)
                .allMatch(one -> one.toString().getBytes(StandardCharsets.UTF_8).length < 65_536);
    }
}
