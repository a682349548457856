package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

class PhoneAssetsIT {
    private static final Pattern ASSET =
            Pattern.compile("/phone/assets/[A-Za-z0-9_.-]+\\.(js|css)");
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void scriptsAndStylesAreKeptByTheBrowserAndThePageIsNot() {
        var alice = Browser.signedIn(server, "alice");
        var page = alice.get("/phone");
        List<String> assets =
                ASSET.matcher(page.body()).results().map(match -> match.group()).toList();

        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(assets).hasSizeGreaterThanOrEqualTo(2);
        assertThat(assets)
                .allSatisfy(asset ->
                        assertThat(
                                        alice.get(asset)
                                                .headers()
                                                .firstValue("Cache-Control")
                                                .orElse(""))
                                .contains("max-age=31536000")
                                .contains("immutable"));
    }

    @Test
    void theServiceWorkerMayServeThePageAndIsLookedForAnew() {
        var worker = Browser.signedIn(server, "alice").get("/phone/worker.js");
        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).contains("/phone");
        assertThat(worker.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(worker.body()).contains("notificationclick");
    }

    /** A browser fetches them without cookies. */
    @Test
    void whatMakesThePhoneInstallableIsOpenAndNothingElseOfIt() {
        var stranger = new Browser(server);
        for (String open : List.of("app.webmanifest", "icon.svg", "icon-192.png", "icon-512.png")) {
            assertThat(stranger.get("/phone/" + open).statusCode()).as(open).isEqualTo(200);
        }
        assertThat(stranger.get("/phone/app.webmanifest").body())
                .contains("\"/phone/icon-512.png\"");
        assertThat(stranger.get("/phone/worker.js").statusCode()).isNotEqualTo(200);
    }
}
