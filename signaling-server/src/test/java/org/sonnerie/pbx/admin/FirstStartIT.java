package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

@BothDatabases({"Companies", "People"})
class FirstStartIT {
    private static final Map<String, String> GOOD =
            Map.of(
                    "company", "Atelier Roy",
                    "country", "FR",
                    "timeZone", "Europe/Paris",
                    "name", "Ada Roy",
                    "userName", "ada",
                    "password", "four plain words here");

    private static RunningServer server;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.start();
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    @Test
    void linkMakesTheFirstAdminOnceAndOnlyWithAGoodPassword() {
        Browser browser = new Browser(server);
        String link = link();

        assertThat(browser.get("/setup/guess").statusCode()).isEqualTo(404);
        HttpResponse<String> weak = browser.submit(link, link, with("password", "short"));
        assertThat(weak.statusCode()).isEqualTo(200);
        assertThat(weak.body()).contains("12 to 200 characters").doesNotContain("short\"");

        assertThat(browser.submit(link, link, GOOD).statusCode()).isEqualTo(302);
        assertThat(browser.get(link).statusCode()).isEqualTo(404);

        browser.signIn("Ada", "four plain words here");
        assertThat(browser.get("/admin/people").body()).contains("Ada Roy", "Atelier Roy", "101");
        assertThat(browser.get("/api/v1/plan").body())
                .contains("\"country\" : \"FR\"", "\"timeZone\" : \"Europe/Paris\"");
    }

    private static String link() {
        String line = server.bean(FirstStart.class).line("").orElseThrow();
        return line.substring(line.indexOf("/setup/"), line.lastIndexOf(" (good once)"));
    }

    private static Map<String, String> with(String field, String content) {
        Map<String, String> fields = new HashMap<>(GOOD);
        fields.put(field, content);
        return fields;
    }
}
