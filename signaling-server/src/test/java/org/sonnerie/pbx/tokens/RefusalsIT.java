package org.sonnerie.pbx.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a program is told that gets nothing. */
class RefusalsIT {
    private static final String PEOPLE = "/api/v1/people";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private static void isProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, detail);
    }

    @Test
    void everyRefusalIsAProblemDocument() {
        try (RunningServer server = RunningServer.demo()) {
            refuseAll(server);
        }
    }

    private static void refuseAll(RunningServer server) {
        Browser admin = Browser.signedIn(server, "admin");
        Program all =
                Program.of(server, admin, "all", "people:read", "people:write", "tokens:read");
        isProblem(new Browser(server).get(PEOPLE), 401, "send an API token, or sign in");
        isProblem(Browser.signedIn(server, "alice").get(PEOPLE), 403, "for admins of a company");
        isProblem(all.get("/api/v1/nothing"), 404, "");
        isProblem(all.get("/api/nothing"), 404, "");
        isProblem(all.ask("PATCH", PEOPLE, "", Map.of()), 405, "");
        Map<String, String> text = Map.of("Content-Type", "text/plain");
        isProblem(all.ask("POST", PEOPLE, "hello", text), 415, "");
        isProblem(all.post(PEOPLE, "{\"userName\":"), 400, "");
        isProblem(
                new Browser(server).ask("POST", PEOPLE, "{}", JSON),
                403,
                "the header X-XSRF-TOKEN");
        isProblem(all.get("/api/v1/people;x=1"), 400, "");
        server.bean(JdbcClient.class).sql("alter table person rename to person_gone").update();
        isProblem(
                admin.ask("GET", PEOPLE, "", Map.of("Accept", "text/html")), 500, "server failed");
    }
}
