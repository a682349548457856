package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.sonnerie.pbx.fake.AuthenticatorApp;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.Site;
import org.sonnerie.pbx.security.Canaries.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Enters every secret that can be entered, and has every one given out that is, by the net. */
final class Planting {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> AS_JSON = Map.of("Content-Type", "application/json");
    private static final String LOOPBACK = "/admin/trunks/loopback";
    private static final Pattern BACKUP = Pattern.compile("href=\"/provider/backups/([^\"/]+)\"");

    private final Site server;
    private final String issuer;
    private final Canaries canaries;

    /** At a demo; the identity provider has this address. */
    Planting(Site server, String issuer, Canaries canaries) {
        this.server = server;
        this.issuer = issuer;
        this.canaries = canaries;
    }

    /** Gives a backup without a passphrase. */
    byte[] all() {
        ofTheAdmin();
        ofPeople();
        return ofTheProvider();
    }

    private void ofTheAdmin() {
        Browser admin = Browser.signedIn(server, "admin");
        FormPage.form(admin, LOOPBACK, LOOPBACK + "/password")
                .with("password", canaries.text(Secret.TRUNK_PASSWORD))
                .send();
        published(admin);
        String hook =
                "{\"name\":\"CRM\",\"address\":\"http://127.0.0.1:9/\",\"events\":[\"call.ringing\"]}";
        canaries.keep(
                Secret.WEBHOOK_SECRET,
                made(admin, "/api/v1/webhooks", hook).path("secret").asString());
        String token = "{\"name\":\"CRM\",\"scopes\":[\"people:read\"]}";
        canaries.keep(
                Secret.API_TOKEN, made(admin, "/api/v1/tokens", token).path("token").asString());
        FormPage.Answer set =
                FormPage.form(admin, "/admin/single-sign-on", "/admin/single-sign-on")
                        .with("label", "Martin login")
                        .with("issuer", issuer)
                        .with("clientId", "sonnerie")
                        .with("clientSecret", canaries.text(Secret.CLIENT_SECRET))
                        .with("claim", "EMAIL")
                        .send();
        assertThat(set.status()).as(set.body()).isEqualTo(302);
    }

    /** A room has a PIN, and the trunk an account for which its password is needed. */
    private void published(Browser admin) {
        ObjectNode plan = (ObjectNode) JSON.readTree(admin.get("/api/v1/plan").body());
        ((ObjectNode) plan.path("rooms").get(0))
                .put("pin", canaries.text(Secret.ROOM_PIN))
                .put("owner", "alice");
        ((ObjectNode) plan.path("trunks").get(0))
                .putObject("registration")
                .put("user", "pbx")
                .put("expirySeconds", 600);
        var kept = admin.ask("PUT", "/api/v1/plan/draft", plan.toString(), AS_JSON);
        assertThat(kept.statusCode()).as(kept.body()).isBetween(200, 204);
        var published = admin.ask("POST", "/api/v1/plan/publish", "", AS_JSON);
        assertThat(published.statusCode()).as(published.body()).isBetween(200, 204);
    }

    private static JsonNode made(Browser browser, String path, String wish) {
        // What is answered to such a request is kept for a day.
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Idempotency-Key", path);
        HttpResponse<String> answer = browser.ask("POST", path, wish, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private void ofPeople() {
        Browser alice = Browser.signedIn(server, "alice");
        alice.get("/phone");
        String wish = "{\"room\":\"meeting\",\"hours\":2}";
        String path = made(alice, "/phone/guest-links", wish).path("path").asString();
        canaries.keep(Secret.GUEST_LINK, path.substring(path.lastIndexOf('/') + 1));
        String pin = "{\"pin\":\"" + canaries.text(Secret.VOICEMAIL_PIN) + "\"}";
        assertThat(alice.ask("PUT", "/phone/voicemail/pin", pin, AS_JSON).statusCode())
                .isEqualTo(204);
        Browser admin = Browser.signedIn(server, "admin");
        String link =
                JSON.readTree(admin.ask("POST", "/api/v1/people/carol/link", "", AS_JSON).body())
                        .path("path")
                        .asString();
        new Browser(server).submit(link, link, Map.of("password", canaries.text(Secret.PASSWORD)));
        Browser carol = new Browser(server);
        carol.signIn("carol", canaries.text(Secret.PASSWORD));
        assertThat(carol.get("/account").statusCode()).isEqualTo(200);
        new Browser(server).signIn("carol", canaries.text(Secret.MISTYPED_PASSWORD));
        secondFactor(Browser.signedIn(server, "bob"));
    }

    private void secondFactor(Browser bob) {
        bob.submit("/account", "/account/second-factor", Map.of("password", "sonnerie-demo"));
        AuthenticatorApp app = AuthenticatorApp.reading(bob.get("/account").body());
        canaries.keep(Secret.SECOND_FACTOR, app.secret());
        bob.submit(
                "/account",
                "/account/second-factor/confirm",
                Map.of("code", app.code(Instant.now())));
        assertThat(bob.get("/account").body()).doesNotContain(app.secret());
    }

    private byte[] ofTheProvider() {
        Browser browser = Browser.signedIn(server, "provider");
        byte[] plain = browser.octets(backup(browser), Map.of()).body();
        FormPage.form(browser, "/provider/backups", "/settings")
                .with("passphrase", canaries.text(Secret.BACKUP_PASSPHRASE))
                .with("again", canaries.text(Secret.BACKUP_PASSPHRASE))
                .send();
        backup(browser);
        return plain;
    }

    /** Makes one; the newest stands first. */
    private static String backup(Browser browser) {
        int before = backups(browser).size();
        FormPage.form(browser, "/provider/backups", "/provider/backups").send();
        long end = System.nanoTime() + 60_000_000_000L;
        while (backups(browser).size() == before) {
            assertThat(System.nanoTime()).as("it is made").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
        return "/provider/backups/" + backups(browser).getFirst();
    }

    private static List<String> backups(Browser browser) {
        return BACKUP.matcher(browser.get("/provider/backups").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
