package org.sonnerie.pbx.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FakeCallDesk;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Sleepers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser subscribes, and is told of calls through a push service of the test's own. */
@BothDatabases("SubscriptionRows")
class WakingIT {
    private static final String PATH = "/phone/push";
    private static final PersonId ALICE = new PersonId("alice");
    private static final CallView RINGS = FakeCallDesk.view("alice", true, State.RINGING);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String INSIDE = "--sonnerie.push.inside=true";

    private final OwnPushService service = new OwnPushService();
    private final Opening browser = new Opening();
    private RunningServer server = RunningServer.demo(INSIDE);
    private Browser alice = Browser.signedIn(server, "alice");

    @AfterEach
    void stop() {
        server.close();
        service.close();
    }

    private String body(String endpoint) {
        return MAPPER.writeValueAsString(
                Map.of("endpoint", endpoint, "p256dh", browser.p256dh(), "auth", browser.auth()));
    }

    private HttpResponse<String> send(String method, String body, String language) {
        return alice.ask(
                method,
                PATH,
                body,
                Map.of("Content-Type", "application/json", "Accept-Language", language));
    }

    private void subscribe(String endpoint) {
        HttpResponse<String> answer = send("PUT", body(endpoint), "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private Sleepers sleepers() {
        return server.bean(Sleepers.class);
    }

    private JsonNode message() throws InterruptedException {
        return MAPPER.readTree(browser.text(service.await().body()));
    }

    private static boolean answer(CompletableFuture<Boolean> shown) throws Exception {
        return shown.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aBrowserIsToldWhoCallsAndSaysThatItShowsIt() throws Exception {
        subscribe(service.endpoint("a", "201"));
        CompletableFuture<Boolean> shown = sleepers().wake(RINGS);

        OwnPushService.Received request = service.await();
        assertThat(request.headers().getFirst("TTL")).isEqualTo("10");
        assertThat(request.headers().getFirst("Urgency")).isEqualTo("high");
        assertThat(request.headers().getFirst("Topic")).hasSize(32);
        assertThat(request.headers().getFirst("Content-Encoding")).isEqualTo("aes128gcm");
        assertVapid(request.headers().getFirst("Authorization"));
        JsonNode message = MAPPER.readTree(browser.text(request.body()));
        String wake = message.get("wake").stringValue();
        assertThat(message.toString())
                .isEqualTo(
                        "{\"type\":\"ring\",\"call\":\"c-1\",\"title\":\"Bob is calling\","
                                + "\"body\":\"102\\nSales\",\"answer\":\"Answer\","
                                + "\"decline\":\"Decline\",\"wake\":\""
                                + wake
                                + "\",\"signIn\":\"Sign in on this computer to answer calls\"}");
        assertThat(shown).isNotDone();

        assertThat(Browser.signedIn(server, "bob").post(PATH + "/wakes/" + wake + "/shown"))
                .returns(404, HttpResponse::statusCode);
        assertThat(alice.post(PATH + "/wakes/other/shown").statusCode()).isEqualTo(404);
        assertThat(new Browser(server).post(PATH + "/wakes/" + wake + "/shown").statusCode())
                .isEqualTo(401);
        assertThat(shown).isNotDone();
        assertThat(alice.post(PATH + "/wakes/" + wake + "/shown").statusCode()).isEqualTo(204);
        assertThat(answer(shown)).isTrue();

        sleepers().seen(RINGS);
        sleepers().seen(RINGS.over(EndReason.CANCELLED));
        OwnPushService.Received over = service.await();
        assertThat(over.headers().getFirst("Topic")).isEqualTo(request.headers().getFirst("Topic"));
        assertThat(browser.text(over.body()))
                .isEqualTo(
                        "{\"type\":\"gone\",\"call\":\"c-1\",\"title\":\"Missed call from Bob\"}");
        assertThat(alice.post(PATH + "/wakes/" + wake + "/shown").statusCode()).isEqualTo(404);
        sleepers().seen(RINGS.over(EndReason.CANCELLED));
        assertThat(service.waiting()).isZero();
    }

    private void assertVapid(String header) throws GeneralSecurityException {
        String key = MAPPER.readTree(alice.get(PATH).body()).get("key").stringValue();
        assertThat(header).startsWith("vapid t=").endsWith(", k=" + key);
        List<String> parts =
                List.of(
                        header.substring("vapid t=".length(), header.indexOf(','))
                                .split("\\.", -1));
        Base64.Decoder base64 = Base64.getUrlDecoder();
        JsonNode claims =
                MAPPER.readTree(new String(base64.decode(parts.get(1)), StandardCharsets.UTF_8));
        assertThat(claims.get("aud").stringValue())
                .isEqualTo(service.endpoint("a", "201").replace("/a/201", ""));
        Instant until = Instant.ofEpochSecond(claims.get("exp").asLong());
        assertThat(until).isBetween(Instant.now(), Instant.now().plusSeconds(24 * 3_600));
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(P256.publicKey(base64.decode(key)).orElseThrow());
        check.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(base64.decode(parts.get(2)))).isTrue();
    }

    @Test
    void aBrowserCanDeclineWithoutAPage() throws Exception {
        subscribe(service.endpoint("a", "201"));
        var _ = sleepers().wake(RINGS);
        String wake = message().get("wake").stringValue();

        assertThat(alice.post(PATH + "/wakes/" + wake + "/declined").statusCode()).isEqualTo(204);

        assertThat(server.desk().asked()).contains("alice hangs up c-1");
        sleepers().seen(RINGS.over(EndReason.DECLINED));
        assertThat(message().get("title").stringValue())
                .isEqualTo("The call from Bob was declined");
    }

    @Test
    void aPageThatAnswersIsAsGoodAndOtherBrowsersAreToldSo() throws Exception {
        send("PUT", body(service.endpoint("a", "201")), "fr-FR");
        CompletableFuture<Boolean> shown = sleepers().wake(RINGS);
        assertThat(message().get("title").stringValue()).isEqualTo("Bob vous appelle");
        sleepers().awake(new PersonId("bob"));
        assertThat(shown).isNotDone();
        sleepers().awake(ALICE);
        assertThat(answer(shown)).isTrue();
        sleepers().seen(FakeCallDesk.view("alice", true, State.IN_CALL));
        assertThat(message().get("title").stringValue())
                .isEqualTo("L’appel de Bob a été pris ailleurs");
    }

    @Test
    void whomThePushServiceDoesNotKnowIsForgotten() throws Exception {
        subscribe(service.endpoint("a", "404"));
        subscribe(service.endpoint("b", "410"));
        assertThat(sleepers().any(ALICE)).isTrue();
        assertThat(answer(sleepers().wake(RINGS))).isFalse();
        assertThat(sleepers().any(ALICE)).isFalse();
        assertThat(answer(sleepers().wake(RINGS))).isFalse();
    }

    @Test
    void anotherFailureIsTriedAgainAndForgetsNobody() throws Exception {
        subscribe(service.endpoint("a", "500"));
        assertThat(answer(sleepers().wake(RINGS))).isFalse();
        assertThat(service.waiting()).isEqualTo(4);
        assertThat(sleepers().any(ALICE)).isTrue();
    }

    @Test
    void aPushServiceThatKeepsSilentHoldsNothingUp() throws Exception {
        subscribe(service.endpoint("a", OwnPushService.SILENT));
        subscribe(service.endpoint("b", "201"));
        CompletableFuture<Boolean> shown = sleepers().wake(RINGS);
        OwnPushService.Received first = service.await();
        OwnPushService.Received other = first.path().startsWith("/b") ? first : service.await();
        String wake = MAPPER.readTree(browser.text(other.body())).get("wake").stringValue();
        assertThat(alice.post(PATH + "/wakes/" + wake + "/shown").statusCode()).isEqualTo(204);
        assertThat(answer(shown)).isTrue();
        sleepers().seen(RINGS.over(EndReason.NO_ANSWER));
    }

    @Test
    void subscriptionsAreKeptOverARestartAndEndedByTheirOwnerAlone() {
        String endpoint = service.endpoint("a", "201");
        String key = alice.get(PATH).body();
        subscribe(endpoint);
        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true", INSIDE);
        alice = Browser.signedIn(server, "bob");
        assertThat(alice.get(PATH).body()).isEqualTo(key);
        assertThat(send("DELETE", body(endpoint), "en").statusCode()).isEqualTo(204);
        assertThat(sleepers().any(ALICE)).isTrue();
        alice = Browser.signedIn(server, "alice");
        assertThat(send("DELETE", body(endpoint), "en").statusCode()).isEqualTo(204);
        assertThat(sleepers().any(ALICE)).isFalse();
    }

    @Test
    void aBrowserTellsItsNewSubscription() throws Exception {
        String old = service.endpoint("old", "201");
        subscribe(old);
        String renewed =
                body(service.endpoint("new", "201"))
                        .replaceFirst("\\{", "{\"old\":\"" + old + "\",");
        Map<String, String> json = Map.of("Content-Type", "application/json");
        assertThat(alice.ask("POST", PATH + "/renewed", renewed, json).statusCode()).isEqualTo(204);
        assertThat(alice.ask("POST", PATH + "/renewed", renewed, json).statusCode()).isEqualTo(404);
        var _ = sleepers().wake(RINGS);
        assertThat(service.await().path()).startsWith("/new");
    }

    @Test
    void aBrowserIsWhosIsSignedInThereAndNobodyHasTooMany() {
        String endpoint = service.endpoint("a", "201");
        subscribe(endpoint);
        subscribe(endpoint);
        Browser before = alice;
        alice = Browser.signedIn(server, "bob");
        subscribe(endpoint);
        assertThat(sleepers().any(ALICE)).isFalse();
        alice = before;
        for (int i = 0; i < Subscriptions.MOST; i++) {
            subscribe(service.endpoint("b" + i, "201"));
        }
        assertThat(send("PUT", body(endpoint + "9"), "en").body())
                .isEqualTo("{\"code\":\"push-too-many\"}");
    }

    @Test
    void badOnesAreRefused() {
        assertThat(send("PUT", body("ftp://push.example.net/a"), "en").body())
                .isEqualTo("{\"code\":\"push-endpoint\"}");
        assertThat(send("PUT", "{\"endpoint\":\"https://push.example.net/a\"}", "en").body())
                .isEqualTo("{\"code\":\"push-keys\"}");
        assertThat(send("PUT", "{}", "en").statusCode()).isEqualTo(422);
        assertThat(send("PUT", "{", "en").statusCode()).isEqualTo(400);
        assertThat(sleepers().any(ALICE)).isFalse();
        assertThat(new Browser(server).get(PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void withoutTheSettingNothingInsideIsSpokenTo() throws Exception {
        server.close();
        server = RunningServer.demo();
        alice = Browser.signedIn(server, "alice");
        assertThat(send("PUT", body(service.endpoint("a", "201")), "en").statusCode())
                .isEqualTo(422);
        subscribe("https://localhost/a");
        assertThat(answer(sleepers().wake(RINGS))).isFalse();
        assertThat(service.waiting()).isZero();
    }
}
