package org.sonnerie.pbx.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.AuthenticatorApp;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Logs;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.secondfactor.SecondFactors;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;

/** A code of an app beside the password. */
@BothDatabases("SecondFactorRows")
class SecondFactorIT {
    private static final String PASSWORD = "sonnerie-demo";
    private static final Pattern RECOVERY = Pattern.compile("<code>([A-Z2-7-]{19})</code>");
    private static final Duration STEP = Duration.ofSeconds(30);

    private final RunningServer server = RunningServer.demo();
    private final Executor threads = Thread::startVirtualThread;
    private Duration ahead = Duration.ZERO;

    /** No step of time ends in the middle of a test. */
    @BeforeEach
    void stopTime() {
        server.clock().stop();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void later(Duration by) {
        ahead = ahead.plus(by);
        server.clock().ahead(ahead);
    }

    private static AuthenticatorApp begin(Browser browser) {
        browser.submit("/account", "/account/second-factor", Map.of("password", PASSWORD));
        return AuthenticatorApp.reading(browser.get("/account").body());
    }

    private HttpResponse<String> confirm(Browser browser, AuthenticatorApp app) {
        return browser.submit(
                "/account", "/account/second-factor/confirm", Map.of("code", code(app)));
    }

    /** Switches it on, and lets the used code pass. */
    private AuthenticatorApp enrol(Browser browser) {
        AuthenticatorApp app = begin(browser);
        assertThat(recoveryCodes(confirm(browser, app))).hasSize(10);
        later(STEP);
        return app;
    }

    private String code(AuthenticatorApp app) {
        return app.code(server.clock().instant());
    }

    private static List<String> recoveryCodes(HttpResponse<String> page) {
        return RECOVERY.matcher(page.body()).results().map(SecondFactorIT::first).toList();
    }

    private static String first(MatchResult found) {
        return found.group(1);
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http.*?/l", "/l");
    }

    private Browser halfSignedIn(String userName) {
        Browser browser = new Browser(server);
        assertThat(to(browser.signIn(userName, PASSWORD))).isEqualTo("/login/code");
        return browser;
    }

    private static HttpResponse<String> types(Browser browser, String code) {
        return browser.submit("/login/code", "/login/code", Map.of("code", code));
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/account").statusCode() == 200;
    }

    private CompanyId company() {
        return server.bean(Published.class).companyOf(new PersonId("alice")).orElseThrow();
    }

    @Test
    void thePasswordAloneOpensNothingAndTheCodeOpensAll() {
        AuthenticatorApp app = enrol(Browser.signedIn(server, "alice"));

        Browser alice = halfSignedIn("alice");
        String half = alice.cookie("sonnerie").orElseThrow();
        assertThat(alice.get("/phone").statusCode()).isEqualTo(302);
        assertThat(alice.get("/account").statusCode()).isEqualTo(302);
        assertThat(alice.post("/phone/ticket").statusCode()).isEqualTo(401);
        assertThat(to(types(alice, "000000"))).isEqualTo("/login/code?refused");
        assertThat(isIn(alice)).isFalse();

        types(alice, code(app));

        assertThat(alice.get("/phone").statusCode()).isEqualTo(200);
        assertThat(alice.cookie("sonnerie").orElseThrow()).isNotEqualTo(half);
        assertThat(alice.ticket()).hasSize(43);
    }

    @Test
    void aSessionGetsANewIdAtEachStep() {
        AuthenticatorApp app = enrol(Browser.signedIn(server, "alice"));
        Browser alice = new Browser(server);
        alice.get("/phone");
        String stranger = alice.cookie("sonnerie").orElseThrow();

        alice.signIn("alice", PASSWORD);
        String half = alice.cookie("sonnerie").orElseThrow();
        HttpResponse<String> in = types(alice, code(app));

        assertThat(List.of(stranger, half, alice.cookie("sonnerie").orElseThrow()))
                .doesNotHaveDuplicates();
        assertThat(in.headers().firstValue("Location").orElseThrow()).contains("/phone");
    }

    @Test
    void aCodeWorksOnce() {
        Browser settings = Browser.signedIn(server, "alice");
        AuthenticatorApp app = begin(settings);
        confirm(settings, app);
        assertThat(to(types(halfSignedIn("alice"), code(app)))).isEqualTo("/login/code?refused");

        later(STEP);
        String used = code(app);
        Browser first = halfSignedIn("alice");
        types(first, used);
        assertThat(isIn(first)).isTrue();
        assertThat(to(types(halfSignedIn("alice"), used))).isEqualTo("/login/code?refused");

        later(STEP);
        assertThat(to(types(halfSignedIn("alice"), used))).isEqualTo("/login/code?refused");
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() {
        Browser settings = Browser.signedIn(server, "bob");
        List<String> codes = recoveryCodes(confirm(settings, begin(settings)));
        String one = codes.getFirst().replace("-", " ").toLowerCase(java.util.Locale.ROOT);

        Browser bob = halfSignedIn("bob");
        types(bob, one);
        assertThat(isIn(bob)).isTrue();
        assertThat(bob.get("/account").body()).contains("You have 9 recovery codes left.");
        assertThat(to(types(halfSignedIn("bob"), one))).isEqualTo("/login/code?refused");

        List<String> renewed =
                recoveryCodes(
                        bob.submit(
                                "/account",
                                "/account/second-factor/codes",
                                Map.of("password", PASSWORD)));
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
        assertThat(to(types(halfSignedIn("bob"), codes.getLast())))
                .isEqualTo("/login/code?refused");
        Browser again = halfSignedIn("bob");
        types(again, renewed.getLast());
        assertThat(isIn(again)).isTrue();
    }

    @Test
    void whoGuessesCodesIsStoppedFromWhateverBrowserAndAtTheSameMomentToo() {
        AuthenticatorApp app = enrol(Browser.signedIn(server, "alice"));
        List<CompletableFuture<String>> tries =
                Stream.generate(() -> halfSignedIn("alice")).limit(12).toList().stream()
                        .map(one ->
                                CompletableFuture.supplyAsync(
                                        () -> to(types(one, "123456")), threads))
                        .toList();

        assertThat(tries.stream().map(CompletableFuture::join))
                .filteredOn(answer -> answer.equals("/login/code?too-many"))
                .hasSize(12 - 8);
        Browser alice = halfSignedIn("alice");
        assertThat(to(types(alice, code(app)))).isEqualTo("/login/code?too-many");

        later(Duration.ofMinutes(5).plus(STEP));
        Browser later = halfSignedIn("alice");
        types(later, code(app));
        assertThat(isIn(later)).isTrue();
        assertThat(to(alice.get("/login/code"))).as("too late").isEqualTo("/login");
    }

    @Test
    void nothingCountsBeforeACodeHasProvedIt() {
        Browser carol = Browser.signedIn(server, "carol");
        begin(carol);
        assertThat(
                        carol.submit(
                                        "/account",
                                        "/account/second-factor/confirm",
                                        Map.of("code", "000000"))
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                .endsWith("/account?told=code-wrong");

        assertThat(isIn(Browser.signedIn(server, "carol"))).isTrue();

        carol.submit("/account", "/account/second-factor/cancel", Map.of());
        assertThat(carol.get("/account").body()).doesNotContain("class=\"secret\"");
    }

    @Test
    void withoutThePasswordNothingChanges() {
        Browser alice = Browser.signedIn(server, "alice");
        Map<String, String> wrong = Map.of("password", "guess");
        alice.submit("/account", "/account/second-factor", wrong);
        assertThat(alice.get("/account").body()).doesNotContain("class=\"secret\"");

        enrol(alice);
        for (String what : List.of("off", "codes")) {
            HttpResponse<String> answer =
                    alice.submit("/account", "/account/second-factor/" + what, wrong);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .endsWith("/account?told=password-wrong");
        }
        alice.submit("/account", "/account/second-factor/cancel", Map.of());
        halfSignedIn("alice");

        alice.submit("/account", "/account/second-factor/off", Map.of("password", PASSWORD));
        assertThat(isIn(Browser.signedIn(server, "alice"))).isTrue();
    }

    @Test
    void anAdminTakesItFromAColleagueOfHisOwnCompanyOnly() {
        enrol(Browser.signedIn(server, "alice"));
        SecondFactors factors = server.bean(SecondFactors.class);
        PersonId alice = new PersonId("alice");

        assertThat(factors.reset(new CompanyId("another"), alice)).isFalse();
        halfSignedIn("alice");

        assertThat(factors.reset(company(), alice)).isTrue();
        assertThat(factors.reset(company(), alice)).isFalse();
        assertThat(isIn(Browser.signedIn(server, "alice"))).isTrue();
    }

    @Test
    void thePictureIsThereWhileItIsNeeded() {
        Browser alice = Browser.signedIn(server, "alice");
        String picture = "/account/second-factor/qr.svg";
        assertThat(alice.get(picture).statusCode()).isEqualTo(404);

        AuthenticatorApp app = begin(alice);
        HttpResponse<String> shown = alice.get(picture);
        assertThat(shown.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("image/svg+xml");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(shown.body()).startsWith("<svg").doesNotContain("script", "style=");

        confirm(alice, app);
        assertThat(alice.get(picture).statusCode()).isEqualTo(404);
    }

    @Test
    void formsWithoutTheirTokenAreRefused() {
        Browser alice = Browser.signedIn(server, "alice");
        for (String form : List.of("", "/confirm", "/cancel", "/off", "/codes")) {
            assertThat(alice.submit("/phone", "/account/second-factor" + form, Map.of()))
                    .returns(403, HttpResponse::statusCode);
        }
        assertThat(new Browser(server).submit("/pages/pages.css", "/login/code", Map.of()))
                .returns(403, HttpResponse::statusCode);
    }

    @Test
    void noSecretIsInTheLogOrLegibleInTheDatabase() {
        try (Logs logs = Logs.all()) {
            Browser alice = Browser.signedIn(server, "alice");
            AuthenticatorApp app = begin(alice);
            List<String> codes = recoveryCodes(confirm(alice, app));
            later(STEP);
            String code = code(app);
            types(halfSignedIn("alice"), code);
            types(halfSignedIn("alice"), codes.getFirst());

            assertThat(logs.text()).contains("has a second factor now");
            assertThat(logs.text()).doesNotContain(PASSWORD, app.secret(), code);
            assertThat(logs.text()).doesNotContain(codes);
            String kept =
                    String.join(
                            " ",
                            server.bean(Tables.class)
                                    .across(ProviderWork.LOG_IN)
                                    .sql(
                                            "select sealed from second_factor union all select"
                                                    + " code_digest from recovery_code")
                                    .query(String.class)
                                    .list());
            assertThat(kept).isNotBlank().doesNotContain(app.secret()).doesNotContain(codes);
        }
    }
}
