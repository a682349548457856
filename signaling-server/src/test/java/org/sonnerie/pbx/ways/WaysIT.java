package org.sonnerie.pbx.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

/** The paths to a person, asked by himself and by an admin. */
class WaysIT {
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
    void everybodyReadsHisOwnInHisLanguage() {
        Browser alice = Browser.signedIn(server, "alice");

        assertThat(alice.get("/phone/ways").body())
                .contains(
                        "\"+15550100101: this phone rings.\"",
                        "key 1 → Ring group Sales, extension 200 → this phone rings.",
                        "\"notes\":[]",
                        "\"more\":false");
        assertThat(alice.ask("GET", "/phone/ways", "", Map.of("Accept-Language", "fr")).body())
                .contains("\"+15550100101\u00a0: ce téléphone sonne.\"");
        assertThat(alice.get("/api/v1/people/bob/ways").statusCode()).isEqualTo(403);
    }

    @Test
    void anAdminReadsAnybodys() {
        Browser admin = Browser.signedIn(server, "admin");

        assertThat(admin.get("/api/v1/people/carol/ways").body())
                .contains("+15550100300: Queue Support, extension 300 → this phone rings.");
        assertThat(admin.get("/api/v1/people/nobody/ways").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/v1/people/no%20body/ways").statusCode()).isEqualTo(404);
    }
}
