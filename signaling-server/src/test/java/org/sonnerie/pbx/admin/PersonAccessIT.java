package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.AuthenticatorApp;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.people.People;

/** An administrator takes away what somebody signs in with, or his account. */
@BothDatabases({"People", "ContactRows", "LeftMailbox", "ReadinessRows", "PinStore"})
class PersonAccessIT {
    private static final String PASSWORD = "sonnerie-demo";
    private static RunningServer server;
    private static Martin martin;
    private static Browser admin;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        martin = new Martin(server);
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static String page(String userName) {
        return "/admin/people/" + martin.account(userName).id();
    }

    private static boolean exists(String userName) {
        return server.bean(People.class).credentials(userName).isPresent();
    }

    private static Browser invited(String userName) {
        var added =
                FormPage.open(admin, "/admin/people/add")
                        .with("userName", userName)
                        .with("name", "Somebody " + userName)
                        .send();
        String link = added.form("/admin/people").page().select("#link").attr("value");
        String path = link.substring(link.indexOf("/welcome/"));
        Browser browser = new Browser(server);
        browser.submit(path, path, Map.of("password", PASSWORD));
        browser.signIn(userName, PASSWORD);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        return browser;
    }

    private static int asks(Browser browser, String method, String path, String body) {
        return browser.ask(method, path, body, Map.of("Content-Type", "application/json"))
                .statusCode();
    }

    private static void leaveMessage(String message, String person) {
        TestDatabase.outside(server.data())
                .sql(
                        "insert into voicemail_message (id, company_id, box_owner, box_id,"
                                + " caller_name, caller_number, left_at, length_millis, cut_short,"
                                + " urgent, heard) values (?, ?, 'PERSON', ?, '', '', ?, 1000,"
                                + " false, false, false)")
                .params(
                        message,
                        Martin.ID.text(),
                        person,
                        server.clock().instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the next look for old messages takes away. */
    private static List<String> deletedLongAgo() {
        return TestDatabase.outside(server.data())
                .sql("select id from voicemail_message where deleted_at < ?")
                .param(Retention.deletedBefore(server.clock().instant()).atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void deletedPersonIsSignedOutAndNothingOfHisIsKept() {
        Browser dora = invited("dora");
        String contact =
                """
                {"name": "Mother", "company": "", "note": "",
                 "numbers": [{"label": "", "number": "0145678901"}]}\
                """;
        assertThat(asks(dora, "POST", "/phone/contacts", contact)).isEqualTo(201);
        String pin = "{\"pin\": \"735182\"}";
        assertThat(asks(dora, "PUT", "/phone/voicemail/pin", pin)).isEqualTo(204);
        var id = martin.account("dora").id();
        leaveMessage("for-dora", id.text());
        leaveMessage("for-bob", "bob");

        var deleted = FormPage.form(admin, page("dora"), "/delete").with("sure", "yes").send();

        assertThat(deleted.location()).isEqualTo("/admin/people");
        assertThat(deleted.form("/admin/people").text()).contains("Somebody dora is deleted.");
        assertThat(exists("dora")).isFalse();
        assertThat(martin.plan().person(id)).isEmpty();
        assertThat(dora.get("/account").statusCode()).isNotEqualTo(200);
        assertThat(deletedLongAgo()).containsExactly("for-dora");
        assertThat(new Browser(server).signIn("dora", PASSWORD).body())
                .isEqualTo(new Browser(server).signIn("nobody", PASSWORD).body());
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Deleted the account of Somebody dora (dora)");

        assertThat(invited("dora").get("/phone/contacts").body())
                .as("another one of that name")
                .contains("\"contacts\":[]");
    }

    @Test
    void nobodyIsDeletedUnlessItIsMeantAndNobodyHimself() {
        invited("erik");
        HttpResponse<String> unmeant =
                admin.submit(page("erik"), page("erik") + "/delete", Map.of());
        assertThat(unmeant.statusCode()).isEqualTo(302);
        assertThat(exists("erik")).isTrue();

        admin.submit(page("erik"), page("admin") + "/delete", Map.of("sure", "yes"));

        assertThat(exists("admin")).isTrue();
        assertThat(admin.get(page("admin")).body()).doesNotContain("name=\"sure\"");
    }

    @Test
    void whoIsNeededStaysWithAllHeHas() {
        var refused = FormPage.form(admin, page("alice"), "/delete").with("sure", "yes").send();

        assertThat(refused.form("/delete").text())
                .contains("It is still needed", "there is no person");
        assertThat(exists("alice")).isTrue();
        assertThat(martin.plan().person(martin.account("alice").id())).isPresent();
    }

    @Test
    void whoLostHisSecondFactorSignsInByHisPasswordAlone() {
        Browser carol = Browser.signedIn(server, "carol");
        carol.submit("/account", "/account/second-factor", Map.of("password", PASSWORD));
        AuthenticatorApp app = AuthenticatorApp.reading(carol.get("/account").body());
        carol.submit(
                "/account",
                "/account/second-factor/confirm",
                Map.of("code", app.code(server.clock().instant())));
        assertThat(new Browser(server).signIn("carol", PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login/code"));

        var reset = FormPage.form(admin, page("carol"), "/second-factor").send();

        assertThat(reset.form("/admin/people").text()).contains("signs in by password alone now");
        assertThat(carol.get("/account").statusCode()).as("signed out").isNotEqualTo(200);
        Browser.signedIn(server, "carol");
        assertThat(admin.get(page("carol")).body()).contains("Signs in by password alone.");
    }
}
