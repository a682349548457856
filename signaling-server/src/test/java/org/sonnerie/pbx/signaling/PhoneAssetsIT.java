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
}
