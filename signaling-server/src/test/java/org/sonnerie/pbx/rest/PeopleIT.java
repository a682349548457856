package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

/** An admin's script adds people; they choose their passwords behind their links. */
@BothDatabases({"People", "Invitations"})
class PeopleIT {
    private static final String PEOPLE = "/api/v1/people";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern PATH = Pattern.compile("\"path\":\"(/welcome/[^\"]+)\"");
    private static final String DORA = "{\"userName\":\"dora\",\"name\":\"Dora Blanc\"}";

    private RunningServer server;
    private Browser admin;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPersonChoosesAPasswordOnceAndSignsIn() {
        HttpResponse<String> added = post(admin, PEOPLE, DORA);
        assertThat(added.statusCode()).isEqualTo(201);
        String link = found(PATH, added);
        assertThat(admin.get(PEOPLE).body())
                .contains(
                        "{\"id\":\"%s\",\"userName\":\"dora\",\"name\":\"Dora Blanc\","
                                        .formatted(found(ID, added))
                                + "\"role\":\"employee\"}");

        Browser dora = new Browser(server);
        assertThat(dora.get(link).body()).contains("Boulangerie Martin", "Dora Blanc", "dora");
        HttpResponse<String> weak = dora.submit(link, link, Map.of("password", "short"));
        assertThat(weak.body()).contains("12 to 200 characters");
        assertThat(choose(dora, link, "words of her own").statusCode()).isEqualTo(302);
        assertThat(dora.get(link).statusCode()).isEqualTo(410);
        assertThat(choose(dora, link, "words of another").statusCode())
                .as("without a form there is no token")
                .isEqualTo(403);

        assertThat(home(dora, "dora", "words of her own")).isEqualTo("/");
    }

    @Test
    void aNewLinkTakesThePlaceOfTheLostOneAndOldPasswordsHoldUntilItIsUsed() {
        HttpResponse<String> added = post(admin, PEOPLE, DORA);
        String again = PEOPLE + "/" + found(ID, added) + "/link";
        String lost = found(PATH, added);
        String first = found(PATH, post(admin, again, ""));
        Browser dora = new Browser(server);
        assertThat(dora.get(lost).statusCode()).isEqualTo(410);
        choose(dora, first, "words of her own");

        String second = found(PATH, post(admin, again, ""));
        assertThat(home(dora, "dora", "words of her own")).isEqualTo("/");
        choose(dora, second, "words of another kind");
        assertThat(home(dora, "dora", "words of her own")).endsWith("/login?refused");
        assertThat(home(dora, "dora", "words of another kind")).isEqualTo("/");
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        assertThat(post(admin, PEOPLE, "{\"userName\":\"ALICE\",\"name\":\"A\"}").body())
                .contains("\"status\":409", "somebody has this user name already");
        assertThat(post(admin, PEOPLE, "{\"userName\":\"d\",\"name\":\"A\"}").body())
                .contains("\"status\":422", "userName: 2 to 64");
        assertThat(post(admin, PEOPLE, "{\"userName\":\"dora\",\"name\":\" \"}").body())
                .contains("\"status\":422", "name: 1 to 200");
        String provider = "{\"userName\":\"dora\",\"name\":\"Dora\",\"role\":\"provider\"}";
        assertThat(post(admin, PEOPLE, provider).body())
                .contains("\"status\":422", "role: employee, receptionist");
        assertThat(post(admin, PEOPLE + "/nobody/link", "").statusCode()).isEqualTo(404);
        assertThat(post(Browser.signedIn(server, "alice"), PEOPLE, DORA).statusCode())
                .isEqualTo(403);
        assertThat(new Browser(server).get("/welcome/guess").statusCode()).isEqualTo(410);
        assertThat(admin.get(PEOPLE).body()).doesNotContain("dora");
    }

    private static String home(Browser who, String userName, String password) {
        String location =
                who.signIn(userName, password).headers().firstValue("Location").orElseThrow();
        return location.replaceFirst("^https?://[^/]+", "");
    }

    private static HttpResponse<String> choose(Browser who, String link, String password) {
        return who.submit(link, link, Map.of("password", password));
    }

    private static HttpResponse<String> post(Browser who, String path, String body) {
        return who.ask("POST", path, body, Map.of("Content-Type", "application/json"));
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        Matcher match = pattern.matcher(answer.body());
        if (!match.find()) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return match.group(1);
    }
}
