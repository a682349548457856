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
@BothDatabases({
    "People",
    "ContactRows",
    "LeftMailbox",
    "ReadinessRows",
    "PinStore",
    "CallReportRows",
    "ReachRows",
    "SubscriptionRows"
})
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

    private static long personal(String table, String having, String person) {
        return TestDatabase.outside(server.data())
                .sql("select count(*) from " + table + " where person_id = ?" + having)
                .param(person)
                .query(Long.class)
                .single();
    }

    /** A browser that can be woken, and a report of a call. */
    private static void pushAndReport(String person) {
        var tables = TestDatabase.outside(server.data());
        var now = server.clock().instant().atOffset(ZoneOffset.UTC);
        tables.sql(
                        "insert into push_subscription (endpoint_hash, company_id, person_id,"
                                + " endpoint, p256dh, auth, language, added_at)"
                                + " values (?, ?, ?, 'https://push.invalid/', '', '', 'en', ?)")
                .params(person, Martin.ID.text(), person, now)
                .update();
        tables.sql(
                        "insert into call_record (call_id, company_id, began_at, ended_at,"
                                + " direction, caller_name, caller_number, dialled, led_to_kind,"
                                + " led_to_name, led_to_number, talk_millis)"
                                + " values (?, ?, ?, ?, 'INTERNAL', '', '', '', '', '', '', 0)")
                .params("c-" + person, Martin.ID.text(), now, now)
                .update();
        tables.sql(
                        "insert into call_record_person (call_id, person_id, company_id, began_at,"
                                + " part, talk_millis) values (?, ?, ?, ?, 'TOOK', 0)")
                .params("c-" + person, person, Martin.ID.text(), now)
                .update();
        tables.sql(
                        "insert into call_report (call_id, person_id, company_id, reported_at,"
                                + " complaint, note) values (?, ?, ?, ?, 'echo', 'in a cave')")
                .params("c-" + person, person, Martin.ID.text(), now)
                .update();
    }

    @Test
    void rulesReportsAndBrowsersGoWithWhoeverIsDeleted() {
        for (String name : List.of("flora", "greta")) {
            Browser browser = invited(name);
            String number = "{\"number\": \"+33145678902\"}";
            assertThat(asks(browser, "POST", "/phone/blocked", number)).isEqualTo(200);
            pushAndReport(martin.account(name).id().text());
        }
        String flora = martin.account("flora").id().text();
        String greta = martin.account("greta").id().text();

        FormPage.form(admin, page("flora"), "/delete").with("sure", "yes").send();

        assertThat(personal("push_subscription", "", flora)).isZero();
        assertThat(personal("call_report", "", flora)).isZero();
        assertThat(personal("own_reach", " and blocked is not null", flora)).isZero();
        assertThat(personal("own_reach", "", flora)).as("its revision is not free").isEqualTo(1);
        assertThat(personal("push_subscription", "", greta)).isEqualTo(1);
        assertThat(personal("call_report", "", greta)).isEqualTo(1);
        assertThat(personal("own_reach", " and blocked is not null", greta)).isEqualTo(1);
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
