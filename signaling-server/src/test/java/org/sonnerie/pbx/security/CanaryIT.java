package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Logs;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.security.Canaries.Secret;
import org.sonnerie.pbx.signon.OwnIdentityProvider;

/**
 * Every secret that can be entered or is given out once is entered and given out; then each page,
 * answer and export there is, the log, the data folder and a backup without a passphrase are
 * searched for them. The test keeps its canaries masked.
 */
class CanaryIT {
    private static final List<String> KNOWN_IDS =
            List.of(
                    "boulangerie-martin",
                    "loopback",
                    "meeting",
                    "carol",
                    "support",
                    "sales",
                    "main");

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

    private static final Canaries CANARIES = new Canaries();

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
        plainBackup = RunningServer.temporaryFolder().resolve("plain.zip");
        Files.write(plainBackup, new Planting(server, provider.issuer(), CANARIES).all());
    }

    @AfterAll
    static void stop() {
        logs.close();
        server.close();
        provider.close();
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
        for (String path : Endpoints.asked(KNOWN_IDS)) {
            for (Browser browser : browsers) {
                HttpResponse<byte[]> answer = browser.octets(path, Map.of());
                CANARIES.in(new String(answer.body(), StandardCharsets.ISO_8859_1)).stream()
                        .filter(secret -> !isShown(secret, path))
                        .forEach(secret -> found.add(secret + " at " + path));
            }
        }
        return found;
    }

    private static Set<Secret> in(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return CANARIES.in(stream);
        }
    }

    @Test
    void noPageAnswerOrExportShowsASecretAndNoLineOfTheLogDoes() {
        assertThat(asked()).isEmpty();
        assertThat(CANARIES.in(logs.text())).isEmpty();
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
                CANARIES.in(zip).stream()
                        .filter(secret -> !IN_FILES.contains(secret))
                        .forEach(secret -> found.add(secret + " in the backup's " + name));
            }
        }
        assertThat(found).isEmpty();
    }
}
