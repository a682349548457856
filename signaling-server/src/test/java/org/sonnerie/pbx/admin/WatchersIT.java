package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
import tools.jackson.databind.node.ObjectNode;

/** Carol supervises the queue Support, somebody else sits at the reception. */
class WatchersIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EVENTS = "/admin/live/events";
    private static final PersonId CAROL = new PersonId("carol");

    private static RunningServer server;
    private static CompanyId company;

    @BeforeAll
    static void start() {
        server = RunningServer.demoWithCalls();
        People people = server.bean(People.class);
        Account carol = people.account(CAROL).orElseThrow();
        company = carol.company();
        people.change(
                new Account(
                        CAROL, company, carol.userName(), carol.displayName(), Role.SUPERVISOR));
        people.add(
                new Account(new PersonId("desk"), company, "desk", "Front desk", Role.RECEPTIONIST),
                server.bean(PasswordEncoder.class).encode("sonnerie-demo"));
        supervise(List.of("carol"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Support has these supervisors, another queue has none. */
    private static void supervise(List<String> supervisors) {
        Published published = server.bean(Published.class);
        ObjectNode plan = (ObjectNode) JSON.readTree(published.document(company));
        ObjectNode support = (ObjectNode) plan.path("queues").get(0);
        supervisors.forEach(support.putArray("supervisors")::add);
        ObjectNode other = support.deepCopy();
        other.put("id", "orders").put("name", "Orders by phone").put("extension", "333");
        other.putArray("supervisors");
        plan.putArray("queues").add(support).add(other);
        published.publish(company, plan.toString());
    }

    private static void call(PhoneClient phone, String to) {
        phone.send(
                JSON.createObjectNode()
                        .put("type", "call")
                        .put("id", 2)
                        .put("to", to)
                        .put("sdp", Offer.TEXT)
                        .toString());
    }

    private static void hangUp(PhoneClient phone, String call) {
        phone.send(
                JSON.createObjectNode()
                        .put("type", "hang-up")
                        .put("id", 3)
                        .put("call", call)
                        .toString());
    }

    private static JsonNode firstCall(EventStream events) {
        String line = events.await(one -> one.contains("\"caller\":\"Alice\""));
        return JSON.readTree(line.substring("data:".length())).at("/lists/calls/items/0");
    }

    /** The server asks whether the page can ring. */
    private static void canRing(PhoneClient phone) {
        JsonNode probe = phone.await("probe");
        phone.send(
                JSON.createObjectNode()
                        .put("type", "probed")
                        .put("id", 9)
                        .put("nonce", probe.path("nonce").asString())
                        .put("canRing", true)
                        .toString());
    }

    @Test
    void aSupervisorSeesTheCallsOfHerQueueAndNoOthers() {
        Browser carol = Browser.signedIn(server, "carol");
        Browser desk = Browser.signedIn(server, "desk");
        try (EventStream hers = EventStream.open(carol, EVENTS);
                EventStream desks = EventStream.open(desk, EVENTS);
                PhoneClient bob = PhoneClient.welcomed(Browser.signedIn(server, "bob"));
                PhoneClient alice = PhoneClient.welcomed(Browser.signedIn(server, "alice"))) {
            canRing(bob);
            call(alice, "400");
            String inside = firstCall(desks).path("key").asString();
            assertThat(desk.get("/admin/live").body())
                    .contains("data-key=\"" + inside, "Support", "Orders by phone");
            assertThat(carol.get("/admin/live").body())
                    .contains("Support")
                    .doesNotContain("data-key=\"" + inside, "Orders by phone");

            call(alice, "300");
            JsonNode waiting = firstCall(hers);
            assertThat(waiting.path("key").asString()).isNotEqualTo(inside);
            assertThat(waiting.at("/fields/state").asString()).isEqualTo("Waits in the queue");
            hangUp(alice, inside);
            hangUp(alice, waiting.path("key").asString());
            desks.await(line -> line.contains("\"calls\":{\"order\":[],"));
        }
    }

    @Test
    void bothSeeWhatGoesOnAndNothingElseOfTheAdmins() {
        for (String who : List.of("carol", "desk")) {
            Browser browser = Browser.signedIn(server, who);
            String page = browser.get("/admin/live").body();
            assertThat(page).contains("/admin/wallboard").doesNotContain("/admin/people");
            assertThat(browser.get("/admin/people").statusCode()).isEqualTo(403);
            assertThat(browser.get("/api/v1/plan").statusCode()).isEqualTo(403);
            assertThat(browser.get("/phone/ticket").statusCode()).as("has a phone").isEqualTo(405);
            assertThat(browser.get("/account").body()).contains("/admin/live");
        }
    }

    @Test
    void whoeverSupervisesNoQueueAnyMoreSeesNoneAtOnce() {
        Browser carol = Browser.signedIn(server, "carol");
        try (EventStream events = EventStream.open(carol, EVENTS)) {
            events.await(line -> line.contains("Support"));
            supervise(List.of());
            events.await(line -> line.contains("\"queues\":{\"order\":[],"));
            assertThat(carol.get("/admin/live").body()).contains("There is no queue to show.");
        } finally {
            supervise(List.of("carol"));
        }
    }
}
