package org.sonnerie.pbx.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Logs;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;

/** Where one is signed in, and the end of it from elsewhere. */
@BothDatabases("Sessions")
class OwnSessionsIT {
    private static final String PASSWORD = "sonnerie-demo";
    private static final String CHOSEN = "quatre mots de passe";
    private static final Pattern END = Pattern.compile("/account/sessions/([\\w-]+)/end\"");

    private RunningServer server = RunningServer.demo();

    @AfterEach
    void stop() {
        server.close();
    }

    private static List<String> others(Browser browser) {
        return END.matcher(browser.get("/account").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/account").statusCode() == 200;
    }

    private static HttpResponse<String> end(Browser browser, String handle) {
        return browser.submit("/account", "/account/sessions/" + handle + "/end", Map.of());
    }

    private static HttpResponse<String> change(Browser browser, String now, String chosen) {
        return browser.submit(
                "/account", "/account/password", Map.of("password", now, "chosen", chosen));
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void anotherSessionIsSeenAndEndedWithItsWebSocket() {
        Browser here = Browser.signedIn(server, "alice");
        assertThat(here.get("/account").body()).contains("This browser", "127.0.0.1");
        assertThat(others(here)).isEmpty();
        Browser there = Browser.signedIn(server, "alice");
        try (PhoneClient phone = PhoneClient.welcomed(there)) {
            end(here, others(here).getFirst());

            assertThat(phone.await("goodbye").path("reason").asString()).isEqualTo("signed-out");
            assertThat(phone.closeCode()).isEqualTo(4001);
        }
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
        assertThat(others(here)).isEmpty();
    }

    @Test
    void nobodyEndsAColleaguesSession() {
        Browser alice = Browser.signedIn(server, "alice");
        Browser.signedIn(server, "alice");
        Browser bob = Browser.signedIn(server, "bob");
        assertThat(others(bob)).isEmpty();
        String alices = others(alice).getFirst();

        end(bob, alices);

        assertThat(others(alice)).containsExactly(alices);
    }

    @Test
    void allOthersAreEndedAtOnceAlsoAfterARestart() {
        Browser here = Browser.signedIn(server, "alice");
        Browser there = Browser.signedIn(server, "alice");
        Browser elsewhere = Browser.signedIn(server, "alice");
        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        here = here.at(server);
        assertThat(others(here)).hasSize(2);

        here.submit("/account", "/account/sessions/end", Map.of());

        assertThat(isIn(there.at(server))).isFalse();
        assertThat(isIn(elsewhere.at(server))).isFalse();
        assertThat(isIn(here)).isTrue();
    }

    @Test
    void whoSignsOutLeavesNothing() {
        Browser alice = Browser.signedIn(server, "alice");
        alice.post("/logout");

        assertThat(
                        server.bean(Tables.class)
                                .across(ProviderWork.LOG_IN)
                                .sql("select count(*) from signed_in")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void anotherPasswordEndsTheOtherSessionsAndTheOldOneWorksNoMore() {
        Browser here = Browser.signedIn(server, "alice");
        Browser there = Browser.signedIn(server, "alice");
        try (Logs logs = Logs.all()) {
            assertThat(to(change(here, PASSWORD, CHOSEN)))
                    .endsWith("/account?told=password-changed");
            assertThat(logs.text()).doesNotContain(CHOSEN, PASSWORD);
        }

        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
        assertThat(to(new Browser(server).signIn("alice", PASSWORD))).endsWith("/login?refused");
        assertThat(to(new Browser(server).signIn("alice", CHOSEN))).endsWith("/");
    }

    @Test
    void aPasswordIsChangedWithTheOneBeforeOnlyAndGuessingItIsSlowedDown() {
        Browser alice = Browser.signedIn(server, "alice");
        Browser there = Browser.signedIn(server, "alice");
        assertThat(to(change(alice, PASSWORD, "short"))).endsWith("?told=password-length");
        for (int tries = 0; tries < 8; tries++) {
            assertThat(to(change(alice, "guess", CHOSEN))).endsWith("?told=password-wrong");
        }
        assertThat(to(change(alice, PASSWORD, CHOSEN))).endsWith("?told=too-many");
        assertThat(isIn(there)).isTrue();
    }

    @Test
    void formsWithoutTheirTokenAreRefused() {
        Browser alice = Browser.signedIn(server, "alice");
        for (String form : List.of("/password", "/sessions/end", "/sessions/x/end")) {
            assertThat(alice.submit("/phone", "/account" + form, Map.of()).statusCode())
                    .isEqualTo(403);
        }
    }
}
