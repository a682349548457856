package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.fake.TestAuthority.keys;
import static org.sonnerie.pbx.fake.TestAuthority.pem;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.ProviderProgram;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestAuthority;
import org.sonnerie.pbx.fake.TestAuthority.Wish;
import org.sonnerie.pbx.spending.Amount;
import org.sonnerie.pbx.spending.Prices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The provider's program sets prices, backups and the certificate, and changes the keys. */
class ProviderServerIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AREA = "/api/v1/provider";
    private static final String PRICES = AREA + "/prices";
    private static final String BACKUPS = AREA + "/backups";
    private static final String SETTINGS = BACKUPS + "/settings";
    private static final String CERTIFICATE = AREA + "/certificate";
    private static final String KEYS = AREA + "/keys";

    private RunningServer server;
    private Program program;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        program =
                ProviderProgram.of(
                        server,
                        Browser.signedIn(server, "provider"),
                        "P",
                        "provider:read",
                        "provider:write");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> put(String path, String json) {
        return program.ask("PUT", path, json, Map.of());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static void isProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(json(answer).path("detail").asString("")).startsWith(detail);
    }

    private static List<String> fields(HttpResponse<String> answer) {
        return json(answer)
                .path("errors")
                .valueStream()
                .map(one -> one.path("pointer").asString(""))
                .toList();
    }

    private String auditLog() {
        return Browser.signedIn(server, "admin").get("/admin/audit-log").body();
    }

    @Test
    void aPriceListIsSetAndInForce() {
        HttpResponse<String> before = program.get(PRICES);
        String wish =
                "{\"currency\": \"chf\", \"daily\": \"20\", \"usual\": \"0.5\", \"list\":"
                        + " [{\"begins\": \"41\", \"perMinute\": \"0.02\"}]}";

        HttpResponse<String> set = put(PRICES, wish);
        assertThat(set.body())
                .isEqualTo(
                        "{\"currency\":\"CHF\",\"daily\":\"20.00\",\"usual\":\"0.50\","
                                + "\"list\":[{\"begins\":\"41\",\"perMinute\":\"0.02\"}]}");
        assertThat(program.get(PRICES).body()).isEqualTo(set.body());
        assertThat(server.bean(Prices.class).list().daily()).isEqualTo(new Amount(20_000_000));
        isProblem(
                program.ask("PUT", PRICES, wish, Map.of("If-Match", tag(before))), 412, "somebody");
        assertThat(auditLog()).contains("by the token P");

        HttpResponse<String> wrong = put(PRICES, "{\"list\": [{\"begins\": \"x\"}]}");
        isProblem(wrong, 422, "currency: ");
        assertThat(fields(wrong)).containsExactly("/currency", "/daily", "/usual", "/list");
        HttpResponse<String> second =
                put(
                        PRICES,
                        wish.replace(
                                "[{",
                                "[{\"begins\": \"42\\n43\", \"perMinute\": \"0.01\"}, null, {"));
        isProblem(second, 422, "list: Line 1 is not a beginning");
        assertThat(program.get(PRICES).body()).isEqualTo(set.body());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in a minute").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void aBackupIsAskedForTakenAwayAndDeleted() {
        assertThat(json(program.get(BACKUPS)).path("backups").size()).isZero();
        assertThat(program.post(BACKUPS, "").statusCode()).isEqualTo(202);
        await(() -> json(program.get(BACKUPS)).path("backups").size() == 1);

        JsonNode kept = json(program.get(BACKUPS)).path("backups").path(0);
        String one = BACKUPS + "/" + kept.path("name").asString("");
        assertThat(kept.path("octets").asLong(0)).isPositive();
        HttpResponse<String> file = program.get(one + "/file");
        assertThat(file.body()).startsWith("PK");
        assertThat(file.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/zip");
        assertThat(program.ask("DELETE", one, "", Map.of()).statusCode()).isEqualTo(204);
        isProblem(program.ask("DELETE", one, "", Map.of()), 404, "there is no backup");
        isProblem(program.get(one + "/file"), 404, "there is no backup");
        isProblem(program.get(BACKUPS + "?limit=0"), 400, "limit: 1 to 200");
        assertThat(auditLog()).contains(kept.path("name").asString("?"));
    }

    @Test
    void howBackupsAreMadeIsSetAndThePassphraseNeverTold() {
        HttpResponse<String> before = program.get(SETTINGS);
        assertThat(json(before).path("sealed").asBoolean(true)).isFalse();
        String passphrase = "nobody-ever-reads-this";

        HttpResponse<String> set =
                put(
                        SETTINGS,
                        "{\"nightly\": true, \"kept\": 9, \"passphrase\": \"%s\"}"
                                .formatted(passphrase));
        assertThat(set.body()).isEqualTo("{\"nightly\":true,\"kept\":9,\"sealed\":true}");
        isProblem(
                program.ask("PUT", SETTINGS, "{\"kept\": 1}", Map.of("If-Match", tag(before))),
                412,
                "somebody");
        assertThat(put(SETTINGS, "{\"kept\": 3}").body())
                .as("the passphrase is as it was")
                .isEqualTo("{\"nightly\":false,\"kept\":3,\"sealed\":true}");

        HttpResponse<String> wrong = put(SETTINGS, "{\"kept\": 0, \"passphrase\": \"short\"}");
        isProblem(wrong, 422, "kept: ");
        assertThat(fields(wrong)).containsExactly("/kept", "/passphrase");
        assertThat(wrong.body()).doesNotContain("short\"");
    }

    @Test
    void aCertificateOfOnesOwnIsShownAndTheServersAgain() throws IOException {
        assertThat(program.get(CERTIFICATE).body()).contains("\"kind\":\"self-signed\"");
        KeyPair pair = keys("EC", 256);
        Instant now = server.clock().instant();
        String chain =
                pem(
                        new TestAuthority(now)
                                .issue(pair.getPublic(), Wish.of(now, "phone.example.org")));
        ObjectNode own = JSON.createObjectNode();
        own.put("chain", chain).put("key", pem(new JcaPKCS8Generator(pair.getPrivate(), null)));

        HttpResponse<String> shown = put(CERTIFICATE, own.toString());
        assertThat(shown.body())
                .contains("\"kind\":\"uploaded\"", "phone.example.org", "CN=Test authority")
                .doesNotContain("PRIVATE KEY");
        isProblem(put(CERTIFICATE, "{}"), 422, "chain: There is no certificate as text");
        own.put("key", "nothing");
        HttpResponse<String> noKey = put(CERTIFICATE, own.toString());
        isProblem(noKey, 422, "key: There is no private key");
        assertThat(fields(noKey)).containsExactly("/key");
        assertThat(program.ask("DELETE", CERTIFICATE, "", Map.of()).body())
                .contains("\"kind\":\"self-signed\"");
    }

    @Test
    void whatIsWrongOfAcmeIsNamedAndNothingIsWanted() {
        String acme = CERTIFICATE + "/acme";
        isProblem(program.post(acme + "/now", ""), 409, "no certificate is wanted");
        HttpResponse<String> wrong =
                put(
                        acme,
                        "{\"directory\": \"http://127.0.0.1/\", \"names\": [\"a b\"],"
                                + " \"contact\": \"rosa\", \"agreed\": false}");
        isProblem(wrong, 422, "names: One to 20 names");
        assertThat(fields(wrong)).containsExactly("/names", "/contact", "/directory", "/agreed");
        assertThat(program.get(CERTIFICATE).body()).doesNotContain("acme");
        assertThat(program.ask("DELETE", acme, "", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void keysAreRenewedAndTheOldOnesDropped() {
        JsonNode kinds = json(program.get(KEYS)).path("kinds");
        assertThat(kinds.size()).isPositive();
        isProblem(program.post(KEYS + "/drop", ""), 409, "there are no old keys");

        HttpResponse<String> renewed = program.post(KEYS + "/renew", "");
        assertThat(json(renewed).path("kinds").path(0).path("older").asBoolean(false)).isTrue();
        isProblem(program.post(KEYS + "/renew", ""), 409, "there are old keys still");
        HttpResponse<String> dropped = program.post(KEYS + "/drop", "");
        assertThat(json(dropped).path("kinds").path(0).path("older").asBoolean(true)).isFalse();
    }

    @Test
    void healthIsThatOfThePage() {
        JsonNode system = json(program.get(AREA + "/health")).path("system");
        assertThat(system.valueStream().map(one -> one.path("part").asString("")))
                .contains("database", "certificate");
    }
}
