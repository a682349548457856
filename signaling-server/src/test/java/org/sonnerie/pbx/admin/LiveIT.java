package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.EventStream;
import org.sonnerie.pbx.fake.Offer;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes on now, whole and by events. */
class LiveIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EVENTS = "/admin/live/events";
    private static final int MOST = 5;
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final CompanyId OTHERS = new CompanyId("other-company");
    private static final String THEIR_PLAN =
            """
            {"company": {"name": "Zzyzx AG", "country": "FR", "language": "en", "timeZone": "Europe/Paris"},
             "people": [{"id": "zz-their-person", "name": "Zzyzx Person", "extension": "901", "ringSeconds": 20}],
             "groups": [], "menus": [], "rooms": [], "hours": [], "numbers": [], "trunks": [],
             "queues": [{"id": "zz-queue", "name": "Zzyzx Queue", "extension": "903", "agents": ["zz-their-person"]}],
             "dialling": {"codes": {}, "openCallingCodes": []}}
            """;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demoWithCalls();
        server.bean(Companies.class).add(new Company(OTHERS, "Zzyzx AG"));
        account(OTHERS, "zz-their-person", Role.ADMIN);
        server.bean(Published.class).publish(OTHERS, THEIR_PLAN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void account(CompanyId company, String id, Role role) {
        server.bean(People.class)
                .add(
                        new Account(new PersonId(id), company, id, id, role),
                        server.bean(PasswordEncoder.class).encode("sonnerie-demo"));
    }

    private static PhoneClient phone(String userName) {
        return PhoneClient.welcomed(Browser.signedIn(server, userName));
    }

    private static void send(PhoneClient phone, String type, String name, String value) {
        phone.send(
                JSON.createObjectNode()
                        .put("type", type)
                        .put("id", 2)
                        .put(name, value)
                        .put("sdp", Offer.TEXT)
                        .toString());
    }

    /** The server asks again and again whether the page can ring. */
    private static boolean probed(PhoneClient phone, JsonNode message) {
        boolean asked = message.path("type").asString().equals("probe");
        if (asked) {
            phone.send(
                    JSON.createObjectNode()
                            .put("type", "probed")
                            .put("id", 9)
                            .put("nonce", message.path("nonce").asString())
                            .put("canRing", true)
                            .toString());
        }
        return asked;
    }

    private static JsonNode data(String line) {
        return JSON.readTree(line.substring("data:".length()));
    }

    private static boolean isEmptied(String line) {
        JsonNode order =
                line.startsWith("data:")
                        ? data(line).at("/lists/calls/order")
                        : JSON.createObjectNode();
        return order.isArray() && order.isEmpty();
    }

    private static String text(JsonNode item, String field) {
        return item.path("fields").path(field).asString();
    }

    @Test
    void aCallComesAndGoesForItsCompanyAlone() {
        Browser admin = Browser.signedIn(server, "admin");
        Browser theirs = Browser.signedIn(server, "zz-their-person");
        try (EventStream events = EventStream.open(admin, EVENTS);
                EventStream others = EventStream.open(theirs, EVENTS)) {
            assertThat(events.type()).startsWith("text/event-stream");
            String first = events.await(line -> line.startsWith("data:"));
            assertThat(data(first).at("/lists/queues/order/0").asString()).isEqualTo("support");
            assertThat(data(first).at("/lists/calls/order").isEmpty()).isTrue();

            try (PhoneClient bob = phone("bob");
                    PhoneClient alice = phone("alice")) {
                bob.await(message -> probed(bob, message));
                send(alice, "call", "to", "102");
                JsonNode change =
                        data(events.await(line -> line.contains("\"Alice\"")))
                                .at("/lists/calls/items/0");
                assertThat(text(change, "callerNumber")).isEqualTo("101");
                assertThat(text(change, "party")).isEqualTo("Bob");
                assertThat(text(change, "way")).isEqualTo("Inside");
                String call = change.path("key").asString();
                assertThat(admin.get("/admin/live").body())
                        .contains("Alice", "data-key=\"" + call + "\"");
                assertThat(theirs.get("/admin/live").body())
                        .contains("Zzyzx Queue")
                        .doesNotContain("Alice", "Support");
                send(alice, "hang-up", "call", call);
                events.await(LiveIT::isEmptied);
            }
            assertThat(others.await(line -> line.startsWith("data:")))
                    .contains("Zzyzx Queue")
                    .doesNotContain("Alice", "Support");
        }
    }

    @Test
    void aCallIsSupervisedForAReasonByWhoseItIsAlone() {
        account(Martin.ID, "zz-watcher", Role.SUPERVISOR);
        Browser admin = Browser.signedIn(server, "admin");
        try (EventStream events = EventStream.open(admin, EVENTS);
                PhoneClient bob = phone("bob");
                PhoneClient alice = phone("alice")) {
            events.await(line -> line.startsWith("data:"));
            bob.await(message -> probed(bob, message));
            send(alice, "call", "to", "102");
            String call =
                    data(events.await(line -> line.contains("\"Alice\"")))
                            .at("/lists/calls/items/0/key")
                            .asString();
            String page = "/admin/live/supervise?call=" + call;
            for (String other : List.of("zz-watcher", "zz-their-person")) {
                assertThat(Browser.signedIn(server, other).get(page).statusCode())
                        .as(other)
                        .isEqualTo(404);
            }
            assertThat(admin.get(page).body()).contains("Alice", "Whisper");
            Map<String, String> wish = Map.of("call", call, "manner", "whisper");
            admin.submit(page, "/admin/live/supervise", wish);
            assertThat(admin.get(page).body())
                    .contains("Give a reason", "id=\"problem-reason\"")
                    .containsPattern("value=\"whisper\"[^>]* checked");
            assertThat(admin.get("/admin/audit-log").body()).doesNotContain("whisper in the call");

            Map<String, String> full = new HashMap<>(wish);
            full.put("reason", "a new colleague");
            admin.submit(page, "/admin/live/supervise", full);
            assertThat(admin.get(page).body()).contains("This cannot be now");
            assertThat(admin.get("/admin/audit-log").body())
                    .contains("whisper in the call with Bob", call, "a new colleague");
            send(alice, "hang-up", "call", call);
            events.await(LiveIT::isEmptied);
        }
    }

    @Test
    void theStreamEndsWithItsSession() {
        Browser admin = Browser.signedIn(server, "admin");
        try (EventStream events = EventStream.open(admin, EVENTS)) {
            events.await(line -> line.startsWith("data:"));
            admin.submit("/admin/live", "/logout", Map.of());
            events.awaitEnd();
        }
        assertThat(admin.get(EVENTS).statusCode()).isEqualTo(401);
    }

    @Test
    void onePersonHasSoManyStreamsAndNoMore() {
        account(OTHERS, "zz-second", Role.ADMIN);
        Browser admin = Browser.signedIn(server, "zz-second");
        List<EventStream> streams = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            streams.add(EventStream.open(admin, EVENTS));
        }
        assertThat(admin.get(EVENTS).statusCode()).isEqualTo(429);
        streams.forEach(EventStream::close);
        makesRoom(admin);
    }

    /** A page that is gone is found out by writing to it, which is done now and then. */
    private static void makesRoom(Browser admin) {
        long end = System.nanoTime() + LIMIT.toNanos();
        Duration ahead = Duration.ZERO;
        try {
            while (refusesAnother(admin)) {
                assertThat(System.nanoTime()).as("a stream is free").isLessThan(end);
                ahead = ahead.plus(BETWEEN_SIGNS);
                server.clock().ahead(ahead);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        } finally {
            server.clock().ahead(Duration.ZERO);
        }
    }

    private static boolean refusesAnother(Browser admin) {
        HttpResponse<InputStream> answer = admin.stream(EVENTS);
        try (InputStream _ = answer.body()) {
            return answer.statusCode() == 429;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void wordsAreInTheLanguageOfTheReader() {
        Browser admin = Browser.signedIn(server, "admin");
        assertThat(admin.ask("GET", "/admin/live", "", Map.of("Accept-Language", "fr")).body())
                .contains("Appels en cours", "Rechargez");
        assertThat(admin.get("/admin/wallboard").body()).contains("Support", "Waiting");
    }

    @Test
    void employeesHaveNothingToDoHere() {
        Browser bob = Browser.signedIn(server, "bob");
        for (String path : List.of("/admin/live", "/admin/wallboard", EVENTS)) {
            assertThat(bob.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }
}
