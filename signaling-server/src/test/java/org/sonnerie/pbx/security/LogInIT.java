package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

@BothDatabases("People")
class LogInIT {
    private static RunningServer server;
    private final Executor threads = Thread::startVirtualThread;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    @Test
    void pageHasTheNamesThatPeopleAndScriptsRelyOn() {
        assertThat(new Browser(server).get("/login").body())
                .contains("User name", "Password", "Sign in", "Demo, this computer only")
                .doesNotContain("not right", "Too many", "signed out");
    }

    @Test
    void strangersAreSentToTheLogIn() {
        HttpResponse<String> answer = new Browser(server).get("/phone");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void wrongPasswordAndUnknownUserGetTheSameAnswer() {
        HttpResponse<String> wrong = new Browser(server).signIn("carol", "guess");
        HttpResponse<String> unknown = new Browser(server).signIn("nobody", "guess");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
        assertThat(wrong.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
        assertThat(new Browser(server).get("/login?refused").body())
                .contains("The user name or password is not right.");
    }

    @Test
    void guessingIsSlowedDownForKnownAndUnknownNamesAlike() {
        for (String name : new String[] {"provider", "nobody-at-all"}) {
            String last =
                    Stream.generate(() -> new Browser(server).signIn(name, "guess"))
                            .limit(9)
                            .reduce((_, answer) -> answer)
                            .flatMap(answer -> answer.headers().firstValue("Location"))
                            .orElseThrow();
            assertThat(last).endsWith("/login?too-many");
        }
    }

    @Test
    void aWrongPasswordCountsOnce() {
        for (int i = 0; i < 7; i++) {
            assertThat(new Browser(server).signIn("bob", "guess").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login?refused"));
        }

        assertThat(Browser.signedIn(server, "bob").get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void guessingAtTheSameMomentIsSlowedDownToo() {
        List<CompletableFuture<String>> tries =
                Stream.generate(() -> CompletableFuture.supplyAsync(this::guess, threads))
                        .limit(16)
                        .toList();

        assertThat(tries.stream().map(CompletableFuture::join))
                .filteredOn(answer -> answer.endsWith("/login?too-many"))
                .hasSizeGreaterThanOrEqualTo(16 - 8 - 1);
    }

    private String guess() {
        return new Browser(server)
                .signIn("nobody-in-a-hurry", "guess")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void signingInChangesTheSessionId() {
        Browser browser = new Browser(server);
        browser.get("/login");
        browser.signIn("alice", "wrong on purpose");
        String before = browser.cookie("sonnerie").orElse("");
        browser.signIn("Alice", "sonnerie-demo");

        assertThat(browser.cookie("sonnerie").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void everyPageCarriesItsSafetyHeaders() {
        HttpResponse<String> page = new Browser(server).get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.body()).doesNotContain("<script>", "style=\"");
    }

    @Test
    void formWithoutItsTokenIsRefused() {
        Browser browser = Browser.signedIn(server, "alice");

        assertThat(browser.submit("/phone", "/logout", java.util.Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void ticketIsForThoseWhoAreSignedInOnly() {
        assertThat(new Browser(server).post("/phone/ticket").statusCode()).isIn(401, 403);
        assertThat(Browser.signedIn(server, "alice").ticket()).hasSize(43);
    }

    @Test
    void employeesMayNotAdministerAndProvidersHaveNoPhone() {
        assertThat(Browser.signedIn(server, "alice").get("/admin").statusCode()).isEqualTo(403);
        assertThat(Browser.signedIn(server, "provider").get("/phone").statusCode()).isEqualTo(403);
    }

    @Test
    void phonePageIsTheWebClients() {
        HttpResponse<String> page = Browser.signedIn(server, "alice").get("/phone");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Sonnerie</title>");
    }
}
