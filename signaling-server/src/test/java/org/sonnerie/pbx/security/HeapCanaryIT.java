package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.ChildServer;
import org.sonnerie.pbx.security.Canaries.Secret;
import org.sonnerie.pbx.signon.OwnIdentityProvider;

/**
 * After every secret was entered or given out, and every page was shown, the server's memory holds
 * none of them but those that are named here. The server is a process of its own: the test's own
 * memory is not searched.
 */
class HeapCanaryIT {
    private static final List<String> KNOWN_IDS =
            List.of("boulangerie-martin", "loopback", "meeting", "carol", "support", "main");

    /** What is there, and why ({@code docs/security.md}). */
    private static final Set<Secret> IN_MEMORY =
            // The plan in force is what calls are led by, and a caller's PIN is compared with it.
            EnumSet.of(Secret.ROOM_PIN);

    private static final Canaries CANARIES = new Canaries();

    private static OwnIdentityProvider provider;
    private static ChildServer server;

    @BeforeAll
    static void start() {
        provider = new OwnIdentityProvider();
        server =
                ChildServer.demo(
                        "--sonnerie.webhooks.networks=127.0.0.0/8",
                        "--sonnerie.webhooks.http-hosts=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @Test
    void noSecretIsLeftInMemoryWhenThePagesAreShown() throws IOException {
        new Planting(server, provider.issuer(), CANARIES).all();
        List<Browser> browsers = new ArrayList<>();
        for (String name : List.of("admin", "provider", "alice")) {
            Browser browser = Browser.signedIn(server, name);
            browsers.add(browser);
            for (String path : Endpoints.asked(KNOWN_IDS)) {
                browser.octets(path, Map.of());
            }
        }
        // To the identity provider: then the secret of its client is at hand.
        assertThat(new Browser(server).get("/login/company/boulangerie-martin").statusCode())
                .isEqualTo(302);
        browsers.forEach(Browser::leave);

        Path heap = server.heap();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(heap))) {
            assertThat(CANARIES.in(in)).isEqualTo(IN_MEMORY);
        }
    }
}
