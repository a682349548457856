package org.sonnerie.pbx.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;

/** People of a company sign in by its own identity provider. */
@BothDatabases("SignOnRows")
class SignOnIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final CompanyId OTHER = new CompanyId("other");
    private static final String PAGE = "/admin/single-sign-on";
    private static final String WAY = "/login/with/boulangerie-martin";
    private static final String ALICE = "Alice@Martin.example";

    private static OwnIdentityProvider provider;
    private static RunningServer server;
    private static Browser admin;

    @BeforeEachDatabase
    static void start() {
        provider = new OwnIdentityProvider();
        server =
                RunningServer.demo(
                        "--sonnerie.webhooks.networks=127.0.0.0/8",
                        "--sonnerie.webhooks.http-hosts=127.0.0.1");
        admin = Browser.signedIn(server, "admin");
        Published published = server.bean(Published.class);
        String plan = published.document(MARTIN);
        published.publish(
                MARTIN,
                plan.replaceFirst("\"email\"\\s*:\\s*null", "\"email\": \"alice@martin.example\""));
        server.bean(Companies.class).add(new Company(OTHER, "Other"));
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
        provider.close();
    }

    @BeforeEach
    void set() {
        provider.reset();
        server.bean(SignOns.class).remove(OTHER);
        set(Claim.EMAIL);
    }

    private static void set(Claim claim) {
        FormPage.Answer answer = form(provider.issuer()).with("claim", claim.name()).send();
        assertThat(answer.location()).as(answer.body()).endsWith(PAGE);
    }

    private static FormPage form(String issuer) {
        return FormPage.form(admin, PAGE, PAGE)
                .with("label", "Martin login")
                .with("issuer", issuer)
                .with("clientId", OwnIdentityProvider.CLIENT)
                .with("clientSecret", OwnIdentityProvider.SECRET);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** To the identity provider. */
    private static String sentAway(Browser browser) {
        String first = location(browser.get(WAY));
        assertThat(first).endsWith("/login/company/boulangerie-martin");
        return location(browser.get(URI.create(first).getPath()));
    }

    /** There and back again. */
    private static HttpResponse<String> comesBack(Browser browser) {
        return browser.get(provider.approve(sentAway(browser)));
    }

    @Test
    void whomTheProviderKnowsIsSignedInAsByPassword() {
        provider.says("email", ALICE).says("email_verified", true);
        Browser alice = new Browser(server);

        assertThat(location(comesBack(alice))).endsWith("/");

        assertThat(alice.get("/phone").statusCode()).isEqualTo(200);
        assertThat(alice.get("/account").body()).contains("Alice");
        assertThat(alice.get("/admin").statusCode()).isEqualTo(403);
    }

    @Test
    void whoWantedAPageComesToIt() {
        provider.says("email", ALICE);
        Browser alice = new Browser(server);
        assertThat(location(alice.get("/account"))).endsWith("/login");

        assertThat(URI.create(location(comesBack(alice))).getPath()).isEqualTo("/account");
    }

    @Test
    void userNamesAreTakenWhereTheCompanyWantsThat() {
        set(Claim.USER_NAME);
        provider.says("preferred_username", "BOB");
        Browser bob = new Browser(server);

        assertThat(location(comesBack(bob))).endsWith("/");
        assertThat(bob.get("/account").body()).contains("Bob");
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, email, nobody@martin.example",
        "EMAIL, preferred_username, alice",
        "USER_NAME, preferred_username, provider",
        "USER_NAME, preferred_username, someone",
        "USER_NAME, email, alice@martin.example"
    })
    void whoIsNobodyHereIsToldSo(Claim by, String claim, String value) {
        set(by);
        provider.says(claim, value);
        Browser browser = new Browser(server);

        assertThat(location(comesBack(browser))).endsWith("/login?company-unknown");

        assertThat(browser.get("/login?company-unknown").body()).contains("nobody here is known");
        assertThat(location(browser.get("/phone"))).endsWith("/login");
    }

    @Test
    void anAddressThatIsDoubtedIsNotTaken() {
        provider.says("email", ALICE).says("email_verified", false);

        assertThat(location(comesBack(new Browser(server)))).endsWith("/login?company-unknown");
    }

    @Test
    void aProviderSpeaksForItsOwnCompanyAlone() throws SignOnRefusedException {
        server.bean(SignOns.class).remove(MARTIN);
        server.bean(SignOns.class)
                .set(
                        OTHER,
                        new SignOnWish(
                                "Other",
                                provider.issuer(),
                                OwnIdentityProvider.CLIENT,
                                OwnIdentityProvider.SECRET,
                                Claim.EMAIL));
        provider.says("email", ALICE);
        Browser browser = new Browser(server);

        String there = location(browser.get("/login/company/other"));
        assertThat(location(browser.get(provider.approve(there))))
                .endsWith("/login?company-unknown");
        assertThat(location(browser.get(WAY))).endsWith("/login?company-away");
    }

    static Stream<Arguments> bent() {
        return Stream.of(
                Arguments.of("for another", how(token -> token.audience("another"))),
                Arguments.of("of another", how(token -> token.issuer("https://else.example"))),
                Arguments.of("an older one", how(token -> token.claim("nonce", "older"))),
                Arguments.of(
                        "too old",
                        how(token ->
                                token.expirationTime(
                                        Date.from(Instant.now().minus(Duration.ofMinutes(10)))))));
    }

    private static UnaryOperator<JWTClaimsSet.Builder> how(
            UnaryOperator<JWTClaimsSet.Builder> bent) {
        return bent;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bent")
    void aTokenThatIsNotForThisLogInIsRefused(
            String what, UnaryOperator<JWTClaimsSet.Builder> bent) {
        provider.says("email", ALICE).bends(bent);
        Browser browser = new Browser(server);

        assertThat(location(comesBack(browser))).as(what).endsWith("/login?company-refused");
        assertThat(location(browser.get("/phone"))).endsWith("/login");
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        provider.says("email", ALICE).signsWith(OwnIdentityProvider.freshKey());

        assertThat(location(comesBack(new Browser(server)))).endsWith("/login?company-refused");
    }

    @Test
    void whatSomebodyElseBeganEndsNowhere() {
        provider.says("email", ALICE);
        String back = provider.approve(sentAway(new Browser(server)));
        Browser victim = new Browser(server);

        assertThat(location(victim.get(back))).endsWith("/login?company-refused");
        assertThat(location(victim.get("/phone"))).endsWith("/login");
    }

    @Test
    void theLogInPageLeadsThereWhereOneCompanyHasIt() throws SignOnRefusedException {
        Browser browser = new Browser(server);
        assertThat(browser.get("/login").body())
                .contains("Continue with Martin login", "href=\"" + WAY + "\"");

        server.bean(SignOns.class)
                .set(
                        OTHER,
                        new SignOnWish(
                                "Other",
                                provider.issuer(),
                                "o",
                                OwnIdentityProvider.SECRET,
                                Claim.EMAIL));

        assertThat(browser.get("/login").body()).doesNotContain("Continue with");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://login.example.org, begins with https",
        "http://login.example.org, begins with https",
        "https://login.example.org/?x=1, begins with https",
        "https://10.1.2.3, may not reach",
        "https://127.0.0.1:9, does not answer"
    })
    void aWrongIssuerIsSaidAndNothingTypedIsLost(String issuer, String said) {
        FormPage.Answer answer = form(issuer).with("label", "Another").send();

        assertThat(answer.body()).contains(said, "value=\"Another\"", "value=\"" + issuer + "\"");
        assertThat(server.bean(SignOns.class).of(MARTIN))
                .map(SignOn::label)
                .contains("Martin login");
    }

    @Test
    void whoCallsItselfOtherwiseIsNoProvider() {
        provider.callsItself("https://login.example.org");

        assertThat(form(provider.issuer()).send().body()).contains("no identity provider");
    }

    @Test
    void theSecretIsShownNowhereAndKeptWhenNothingIsTyped() {
        assertThat(form(provider.issuer()).with("clientSecret", "").send().location())
                .endsWith(PAGE);

        provider.says("email", ALICE);
        assertThat(location(comesBack(new Browser(server)))).endsWith("/");
        String page = admin.get(PAGE).body();
        assertThat(page)
                .contains(
                        "/login/with/boulangerie-martin", "/login/company/boulangerie-martin/back")
                .doesNotContain(OwnIdentityProvider.SECRET);
        String kept =
                server.bean(Tables.class)
                        .across(ProviderWork.COMPANIES)
                        .sql("select client_secret from sign_on")
                        .query((row, _) -> row.getString(1))
                        .single();
        assertThat(kept).isNotEmpty().doesNotContain(OwnIdentityProvider.SECRET);
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Set the single sign-on Martin login")
                .doesNotContain(OwnIdentityProvider.SECRET);
    }

    @Test
    void removedItIsGoneAndPasswordsServe() {
        assertThat(FormPage.form(admin, PAGE, PAGE + "/delete").send().location()).endsWith(PAGE);
        Browser browser = new Browser(server);

        assertThat(location(browser.get(WAY))).endsWith("/login?company-away");
        assertThat(browser.get("/login").body()).doesNotContain("Continue with");
        assertThat(location(browser.signIn("alice", "sonnerie-demo"))).endsWith("/");
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Removed the single sign-on Martin login");
    }
}
