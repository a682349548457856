package org.sonnerie.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallArchive;
import org.sonnerie.pbx.runtime.CallNews;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.LoggedCall;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From what happens in a company to what a program of its is told, and may do about it. */
@BothDatabases({"EventRows", "WebhookRows", "DeliveryRows"})
class WebhooksIT {
    private static final String PAGE = "/admin/webhooks";
    private static final String HOOKS = "/api/v1/webhooks";
    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final PersonId ALICE = new PersonId("alice");
    private static final Instant AT = Instant.parse("2026-11-27T09:00:00Z");

    private Receiver receiver;
    private RunningServer server;
    private Browser admin;
    private CompanyPlan plan;

    @BeforeEach
    void start() {
        receiver = new Receiver();
        server =
                RunningServer.demo(
                        "--sonnerie.webhooks.networks=127.0.0.0/8",
                        "--sonnerie.webhooks.http-hosts=127.0.0.1");
        admin = Browser.signedIn(server, "admin");
        Published published = server.bean(Published.class);
        plan = published.current(published.companyOf(ALICE).orElseThrow());
    }

    @AfterEach
    void stop() {
        server.close();
        receiver.close();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String string(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
    }

    private static String wish(String name, String address, String... events) {
        return "{\"name\":\"%s\",\"address\":\"%s\",\"events\":[\"%s\"]}"
                .formatted(name, address, String.join("\",\"", events));
    }

    private JsonNode make(String... events) {
        HttpResponse<String> made =
                admin.ask("POST", HOOKS, wish("CRM", receiver.address(), events), JSON);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made.body());
    }

    private void rings(String call) {
        CallView view =
                new CallView(
                        new CallId(call),
                        new LegId(call + "-2"),
                        ALICE,
                        true,
                        CallView.State.RINGING,
                        new CallView.Party("Mrs Roy", "+33612345678", "Sales", false),
                        new CallView.Times(AT, Optional.empty()),
                        CallView.Details.NONE);
        server.bean(CallNews.class).changed(plan, Optional.empty(), view);
    }

    private JsonNode hook() {
        return json(admin.get(HOOKS).body()).path("webhooks").path(0);
    }

    private void awaitWord(String path, String word) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!admin.get(path).body().contains(word)) {
            assertThat(System.nanoTime()).as(admin.get(path).body()).isLessThan(end);
        }
    }

    @Test
    void aProgramIsToldOfARingingCallSigned() {
        JsonNode made = make("call.ringing");

        rings("c1");

        String request = receiver.next();
        String body = Receiver.body(request);
        JsonNode event = json(body);
        assertThat(string(event, "/type")).isEqualTo("call.ringing");
        assertThat(event.path("version").asInt(0)).isEqualTo(1);
        assertThat(string(event, "/id")).isEqualTo(Receiver.header(request, "webhook-id"));
        assertThat(event.path("data"))
                .isEqualTo(
                        json(
                                """
                                {"call": "c1", "person": {"id": "alice", "name": "Alice", "extension": "101"},
                                 "direction": "IN", "party": {"name": "Mrs Roy", "number": "+33612345678", "via": "Sales"},
                                 "began": "2026-11-27T09:00:00Z"}\
                                """));
        Instant sent =
                Instant.ofEpochSecond(
                        Long.parseLong(Receiver.header(request, "webhook-timestamp")));
        assertThat(Receiver.header(request, "webhook-signature"))
                .isEqualTo(
                        new HookSecret(string(made, "/secret"))
                                .sign(string(event, "/id"), sent, body));
    }

    @Test
    void whatWasNotTakenIsSentAgainWithTheSameId() {
        make("call.ringing");
        receiver.answers("HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n");

        rings("c1");
        String first = Receiver.header(receiver.next(), "webhook-id");
        awaitWord(HOOKS, "failingSince");
        receiver.answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        server.clock().ahead(Duration.ofSeconds(10));

        assertThat(Receiver.header(receiver.next(), "webhook-id")).isEqualTo(first);
        String attempts = HOOKS + "/" + string(hook(), "/id") + "/attempts";
        awaitWord(attempts, "delivered");
        assertThat(json(admin.get(attempts).body()).path("attempts").size()).isEqualTo(2);
        assertThat(admin.get(PAGE).body()).contains("refused 503", "delivered 200");
    }

    @Test
    void aCallThatIsOverIsToldOnceWithAllItsPeople() {
        make("call.ended");
        PastCall past = new PastCall(plan, "c2", AT);
        LoggedCall call =
                new LoggedCall(
                        new CallId("c2"),
                        plan,
                        past.events().stream().map(LoggedEvent::event).toList());

        server.bean(CallArchive.class).keep(call);
        server.bean(CallArchive.class).keep(call);

        JsonNode data = json(Receiver.body(receiver.next())).path("data");
        assertThat(string(data, "/call")).isEqualTo("c2");
        assertThat(string(data, "/direction")).isEqualTo("IN");
        assertThat(string(data, "/caller/number")).isEqualTo(PastCall.CALLER);
        assertThat(string(data, "/time/answered")).isEqualTo("2026-11-27T09:00:08Z");
        assertThat(data.at("/time/talkSeconds").asDouble(0)).isEqualTo(42.5);
        assertThat(string(data, "/ledTo/kind")).isEqualTo("group");
        assertThat(string(data, "/endReason")).isEqualTo("HUNG_UP");
        assertThat(data.path("legs").size()).isEqualTo(3);
        assertThat(count("company_event")).isEqualTo(1);
    }

    private long count(String table) {
        return server.bean(Tables.class)
                .across(ProviderWork.START)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @Test
    void aMessageIsToldOnceItsCallerHasGone() throws IOException {
        make("voicemail.received");
        Mailboxes mailboxes = server.bean(Mailboxes.class);
        MessageId id = new MessageId("m-1");
        Path file =
                mailboxes.begin(
                        new Mailboxes.NewMessage(
                                id,
                                plan.company(),
                                MailboxId.of(ALICE),
                                new Named("Jeanne", "+33612345678"),
                                AT));
        try (InputStream sound = WebhooksIT.class.getResourceAsStream(SOUND)) {
            Files.write(file, Objects.requireNonNull(sound).readAllBytes());
        }
        mailboxes.recorded(id, Duration.ofMillis(4_400));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (count("voicemail_message") == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
        assertThat(count("company_event")).as("he may still throw it away").isZero();
        mailboxes.callerGone(id);

        JsonNode event = json(Receiver.body(receiver.next()));
        assertThat(string(event, "/type")).isEqualTo("voicemail.received");
        assertThat(string(event, "/data/mailbox/id")).isEqualTo("alice");
        assertThat(string(event, "/data/caller/number")).isEqualTo("+33612345678");
        assertThat(event.at("/data/seconds").asDouble(0)).isEqualTo(4.4);
    }

    @Test
    void afterThreeDaysInVainItIsDisabledAndTheAdminIsToldAndEnablesIt() {
        make("call.ringing");
        receiver.answers("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
        rings("c1");
        awaitWord(HOOKS, "failingSince");

        server.clock().ahead(Duration.ofDays(4));
        admin = Browser.signedIn(server, "admin");
        rings("c2");
        awaitWord(HOOKS, "\"disabledWhy\":\"failing\"");
        String page = admin.get(PAGE).body();
        assertThat(page).contains("for three days nothing could be delivered");

        receiver.answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        String enable = page.replaceAll("(?s).*action=\"(/admin/webhooks/[^\"]+/enable)\".*", "$1");
        assertThat(admin.submit(PAGE, enable, Map.of()).statusCode()).isEqualTo(302);
        assertThat(admin.get(PAGE).body()).contains("from now on").doesNotContain("Disabled");
        rings("c3");
        awaitWord(HOOKS + "/" + string(hook(), "/id") + "/attempts", "delivered");
    }

    @Test
    void whoeverSaysThatHeIsGoneIsToldNothingMore() {
        make("call.ringing");
        receiver.answers("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n");

        rings("c1");

        awaitWord(HOOKS, "\"disabledWhy\":\"gone\"");
        assertThat(admin.get(PAGE).body()).contains("gone for good");
    }

    @Test
    void thePageMakesTestsAndDeletes() {
        assertThat(admin.get(PAGE).body()).contains("No webhook yet", "somebody left a message");
        HttpResponse<String> wrong =
                admin.submit(PAGE, PAGE, Map.of("name", "CRM", "address", "https://crm", "x", ""));
        assertThat(wrong.body()).contains("at least one kind of event", "value=\"CRM\"");
        HttpResponse<String> made =
                admin.submit(
                        PAGE,
                        PAGE,
                        Map.of(
                                "name",
                                "CRM",
                                "address",
                                receiver.address() + "?key=1",
                                "events",
                                "call.ended"));
        String secret = made.body().replaceAll("(?s).*id=\"secret\">([^<]+)<.*", "$1");
        assertThat(secret).startsWith("whsec_");
        String page = admin.get(PAGE).body();
        assertThat(page).contains("CRM", "Nothing sent yet").doesNotContain(secret);

        receiver.answers("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<b>hi</b>");
        String test = page.replaceAll("(?s).*action=\"(/admin/webhooks/[^\"]+/test)\".*", "$1");
        assertThat(admin.submit(PAGE, test, Map.of()).body())
                .contains("Test: delivered 200", "&lt;b&gt;hi&lt;/b&gt;");
        assertThat(Receiver.body(receiver.next())).contains("\"type\":\"webhook.test\"");

        String delete = page.replaceAll("(?s).*action=\"(/admin/webhooks/[^\"]+/delete)\".*", "$1");
        assertThat(admin.submit(PAGE, delete, Map.of()).statusCode()).isEqualTo(302);
        assertThat(admin.get(PAGE).body()).contains("nothing is sent there any more");
        assertThat(admin.submit(PAGE, test, Map.of()).statusCode()).isEqualTo(404);
        assertThat(admin.get("/admin/audit-log?kind=webhooks").body())
                .contains("Made the webhook CRM (127.0.0.1)", "Deleted the webhook CRM")
                .doesNotContain("key=1", secret);
        assertThat(Browser.signedIn(server, "alice").get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void theSecretIsSealedWhereItIsKept() {
        String secret = string(make("call.ended"), "/secret");

        assertThat(
                        server.bean(Tables.class)
                                .across(ProviderWork.START)
                                .sql("select secret from webhook")
                                .query(String.class)
                                .single())
                .startsWith("2.")
                .doesNotContain(secret.substring("whsec_".length()));
        assertThat(admin.get(HOOKS).body()).doesNotContain(secret);
    }

    @Test
    void aProgramNeedsTheScopeToReadWhatAWebhookIsTold() {
        Program maker = Program.of(server, admin, "maker", "webhooks:write", "webhooks:read");
        String wish = wish("CRM", receiver.address(), "call.ended");
        HttpResponse<String> refused = maker.post(HOOKS, wish);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("events:read");

        Program both = Program.of(server, admin, "both", "webhooks:write", "events:read");
        HttpResponse<String> made =
                both.ask("POST", HOOKS, wish, Map.of("Idempotency-Key", "once"));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(both.ask("POST", HOOKS, wish, Map.of("Idempotency-Key", "once")).body())
                .isEqualTo(made.body());
        assertThat(json(maker.get(HOOKS).body()).path("webhooks").size()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        isProblem(wish("", "https://crm.example.org/", "call.ended"), "bad-name");
        isProblem(wish("a", "http://crm.example.org/", "call.ended"), "bad-address");
        isProblem(wish("a", "https://10.0.0.1/", "call.ended"), "not-public");
        isProblem(
                "{\"name\":\"a\",\"address\":\"https://crm.example.org\",\"events\":[]}",
                "no-event");
        isProblem(wish("a", "https://crm.example.org", "call.lost"), "there is no call.lost");
        isProblem("{}", "code");
    }

    private void isProblem(String wish, String part) {
        HttpResponse<String> answer = admin.ask("POST", HOOKS, wish, JSON);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains(part);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        String address = "https://127.0.0.1:" + server.port(Service.HTTPS) + "/";
        String id =
                string(
                        json(
                                admin.ask("POST", HOOKS, wish("self", address, "call.ended"), JSON)
                                        .body()),
                        "/id");

        HttpResponse<String> tried = admin.ask("POST", HOOKS + "/" + id + "/test", "", JSON);

        assertThat(string(json(tried.body()), "/outcome")).as(tried.body()).isEqualTo("not-secure");
    }
}
