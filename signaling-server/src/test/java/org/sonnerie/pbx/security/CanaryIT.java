package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.backup.Backups;
import org.sonnerie.pbx.fake.AuthenticatorApp;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.Logs;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.signon.OwnIdentityProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every secret that can be entered or is given out once is entered and given out; then each page,
 * answer and export there is, the log, the data folder and a backup without a passphrase are
 * searched for them. The test keeps its canaries masked.
 */
class CanaryIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final Map<String, String> AS_JSON = Map.of("Content-Type", "application/json");
    private static final String LOOPBACK = "/admin/trunks/loopback";
    private static final List<String> KNOWN_IDS =
            List.of(
                    "boulangerie-martin",
                    "loopback",
                    "meeting",
                    "carol",
                    "support",
                    "sales",
                    "main");

    /** What is looked for. */
    private enum Secret {
        PASSWORD,
        MISTYPED_PASSWORD,
        TRUNK_PASSWORD,
        WEBHOOK_SECRET,
        API_TOKEN,
        CLIENT_SECRET,
        GUEST_LINK,
        SECOND_FACTOR,
        ROOM_PIN,
        VOICEMAIL_PIN,
        BACKUP_PASSPHRASE
    }

    /** Where a secret may be read, as an address begins, and why. */
    private static final Map<Secret, List<String>> SHOWN =
            Map.of(
                    // An admin sets it, tells it to callers, and reads it in the plan.
                    Secret.ROOM_PIN,
                    List.of(
                            "/admin/conference-rooms/",
                            "/api/v1/plan",
                            "/provider/companies/" + "boulangerie-martin/export"),
                    // Whoever made it gives it away, and can copy it again.
                    Secret.GUEST_LINK,
                    List.of("/phone/guest-links"));

    /** What a file of the server's may have in clear, and why. */
    private static final Set<Secret> IN_FILES =
            // It stands in the plan, which is no secret to the company's admin.
            EnumSet.of(Secret.ROOM_PIN);

    private static final Map<Secret, byte[]> MASKED = new EnumMap<>(Secret.class);

    private static RunningServer server;
    private static OwnIdentityProvider provider;
    private static Logs logs;
    private static Path plainBackup = Path.of("");

    @BeforeAll
    static void start() throws IOException {
        provider = new OwnIdentityProvider();
        server =
                RunningServer.demo(
                        "--sonnerie.webhooks.networks=127.0.0.0/8",
                        "--sonnerie.webhooks.http-hosts=127.0.0.1");
        logs = Logs.all();
        for (Secret secret :
                List.of(
                        Secret.PASSWORD,
                        Secret.MISTYPED_PASSWORD,
                        Secret.TRUNK_PASSWORD,
                        Secret.CLIENT_SECRET,
                        Secret.BACKUP_PASSPHRASE)) {
            keep(secret, "canary" + fresh("abcdefghjkmnpqrstuvwxyz", 24));
        }
        keep(Secret.ROOM_PIN, fresh("123456789", 12));
        keep(Secret.VOICEMAIL_PIN, fresh("123456789", 8));
        ofTheAdmin();
        ofPeople();
        ofTheProvider();
    }

    @AfterAll
    static void stop() {
        logs.close();
        server.close();
        provider.close();
    }

    private static String fresh(String signs, int length) {
        StringBuilder out = new StringBuilder();
        new SecureRandom()
                .ints(length, 0, signs.length())
                .forEach(at -> out.append(signs.charAt(at)));
        return out.toString();
    }

    private static void keep(Secret secret, String text) {
        assertThat(text).as("%s", secret).hasSizeGreaterThanOrEqualTo(8);
        MASKED.put(secret, masked(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] masked(byte[] octets) {
        byte[] out = octets.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] ^= (byte) 0xa5;
        }
        return out;
    }

    private static String text(Secret secret) {
        return new String(
                masked(Objects.requireNonNull(MASKED.get(secret))), StandardCharsets.ISO_8859_1);
    }

    private static void ofTheAdmin() {
        Browser admin = Browser.signedIn(server, "admin");
        FormPage.form(admin, LOOPBACK, LOOPBACK + "/password")
                .with("password", text(Secret.TRUNK_PASSWORD))
                .send();
        Published published = server.bean(Published.class);
        ObjectNode plan = (ObjectNode) JSON.readTree(published.document(MARTIN));
        ((ObjectNode) plan.path("rooms").get(0))
                .put("pin", text(Secret.ROOM_PIN))
                .put("owner", "alice");
        published.publish(MARTIN, plan.toString());
        String hook =
                "{\"name\":\"CRM\",\"address\":\"http://127.0.0.1:9/\",\"events\":[\"call.ringing\"]}";
        keep(
                Secret.WEBHOOK_SECRET,
                made(admin, "/api/v1/webhooks", hook).path("secret").asString());
        String token = "{\"name\":\"CRM\",\"scopes\":[\"people:read\"]}";
        keep(Secret.API_TOKEN, made(admin, "/api/v1/tokens", token).path("token").asString());
        FormPage.Answer set =
                FormPage.form(admin, "/admin/single-sign-on", "/admin/single-sign-on")
                        .with("label", "Martin login")
                        .with("issuer", provider.issuer())
                        .with("clientId", "sonnerie")
                        .with("clientSecret", text(Secret.CLIENT_SECRET))
                        .with("claim", "EMAIL")
                        .send();
        assertThat(set.status()).as(set.body()).isEqualTo(302);
    }

    private static JsonNode made(Browser browser, String path, String wish) {
        HttpResponse<String> answer = browser.ask("POST", path, wish, AS_JSON);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static void ofPeople() {
        Browser alice = Browser.signedIn(server, "alice");
        alice.get("/phone");
        String wish = "{\"room\":\"meeting\",\"hours\":2}";
        String path = made(alice, "/phone/guest-links", wish).path("path").asString();
        keep(Secret.GUEST_LINK, path.substring(path.lastIndexOf('/') + 1));
        String pin = "{\"pin\":\"" + text(Secret.VOICEMAIL_PIN) + "\"}";
        assertThat(alice.ask("PUT", "/phone/voicemail/pin", pin, AS_JSON).statusCode())
                .isEqualTo(204);
        String link =
                "/welcome/"
                        + server.bean(Invitations.class)
                                .inviteAgain(MARTIN, new PersonId("carol"))
                                .orElseThrow();
        new Browser(server).submit(link, link, Map.of("password", text(Secret.PASSWORD)));
        Browser carol = new Browser(server);
        carol.signIn("carol", text(Secret.PASSWORD));
        assertThat(carol.get("/account").statusCode()).isEqualTo(200);
        new Browser(server).signIn("carol", text(Secret.MISTYPED_PASSWORD));
        secondFactor(Browser.signedIn(server, "bob"));
    }

    private static void secondFactor(Browser bob) {
        bob.submit("/account", "/account/second-factor", Map.of("password", "sonnerie-demo"));
        AuthenticatorApp app = AuthenticatorApp.reading(bob.get("/account").body());
        keep(Secret.SECOND_FACTOR, app.secret());
        bob.submit(
                "/account",
                "/account/second-factor/confirm",
                Map.of("code", app.code(server.clock().instant())));
        assertThat(bob.get("/account").body()).doesNotContain(app.secret());
    }

    private static void ofTheProvider() throws IOException {
        Browser browser = Browser.signedIn(server, "provider");
        plainBackup = RunningServer.temporaryFolder().resolve("plain.zip");
        Files.write(plainBackup, browser.octets(backup(browser), Map.of()).body());
        FormPage.form(browser, "/provider/backups", "/settings")
                .with("passphrase", text(Secret.BACKUP_PASSPHRASE))
                .with("again", text(Secret.BACKUP_PASSPHRASE))
                .send();
        backup(browser);
    }

    private static String backup(Browser browser) {
        FormPage.form(browser, "/provider/backups", "/provider/backups").send();
        long end = System.nanoTime() + 60_000_000_000L;
        while (server.bean(Backups.class).underWay()) {
            assertThat(System.nanoTime()).as("it is made").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
        return "/provider/backups/" + server.bean(Backups.class).all().getFirst().name();
    }

    /** Each page and answer, with ids that there are. */
    private static List<String> paths() {
        return Endpoints.rows().keySet().stream()
                .filter(endpoint -> endpoint.startsWith("GET "))
                .flatMap(endpoint ->
                        endpoint.contains("{")
                                ? KNOWN_IDS.stream().map(id -> Endpoints.filled(endpoint, id))
                                : Stream.of(Endpoints.filled(endpoint, "")))
                .distinct()
                // They go on for ever.
                .filter(path -> !path.endsWith("/events"))
                .toList();
    }

    private static Set<Secret> in(String text) {
        Set<Secret> found = EnumSet.noneOf(Secret.class);
        for (Secret secret : Secret.values()) {
            if (text.contains(text(secret))) {
                found.add(secret);
            }
        }
        return found;
    }

    private static boolean isShown(Secret secret, String path) {
        return SHOWN.getOrDefault(secret, List.of()).stream().anyMatch(path::startsWith);
    }

    /** Asks for everything there is, and says what of it shows a secret. */
    private static List<String> asked() {
        List<Browser> browsers = new ArrayList<>();
        List.of("admin", "provider", "alice")
                .forEach(name -> browsers.add(Browser.signedIn(server, name)));
        List<String> found = new ArrayList<>();
        for (String path : paths()) {
            for (Browser browser : browsers) {
                HttpResponse<byte[]> answer = browser.octets(path, Map.of());
                in(new String(answer.body(), StandardCharsets.ISO_8859_1)).stream()
                        .filter(secret -> !isShown(secret, path))
                        .forEach(secret -> found.add(secret + " at " + path));
            }
        }
        return found;
    }

    /** Octets that may be there: as Latin-1, and as UTF-16 of both kinds. */
    private static List<byte[]> forms(Secret secret) {
        String text = text(secret);
        return List.of(
                text.getBytes(StandardCharsets.ISO_8859_1),
                text.getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.UTF_16LE));
    }

    private static Set<Secret> in(InputStream stream) throws IOException {
        Set<Secret> found = EnumSet.noneOf(Secret.class);
        int overlap = 256;
        byte[] buffer = new byte[1 << 22];
        int kept = 0;
        int read = stream.readNBytes(buffer, 0, buffer.length);
        while (read > 0) {
            String text = new String(buffer, 0, kept + read, StandardCharsets.ISO_8859_1);
            for (Secret secret : Secret.values()) {
                boolean there =
                        forms(secret).stream()
                                .map(one -> new String(one, StandardCharsets.ISO_8859_1))
                                .anyMatch(text::contains);
                if (there) {
                    found.add(secret);
                }
            }
            int end = kept + read;
            kept = Math.min(overlap, end);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
            read = stream.readNBytes(buffer, kept, buffer.length - kept);
        }
        Arrays.fill(buffer, (byte) 0);
        return found;
    }

    private static Set<Secret> in(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return in(stream);
        }
    }

    @Test
    void noPageAnswerOrExportShowsASecretAndNoLineOfTheLogDoes() {
        assertThat(asked()).isEmpty();
        assertThat(in(logs.text())).isEmpty();
    }

    @Test
    void noFileOfTheServerAndNoBackupWithoutAPassphraseHasOne() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(server.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                in(file).stream()
                        .filter(secret -> !IN_FILES.contains(secret))
                        .forEach(secret -> found.add(secret + " in " + file.getFileName()));
            }
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(plainBackup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                in(zip).stream()
                        .filter(secret -> !IN_FILES.contains(secret))
                        .forEach(secret -> found.add(secret + " in the backup's " + name));
            }
        }
        assertThat(found).isEmpty();
    }
}
