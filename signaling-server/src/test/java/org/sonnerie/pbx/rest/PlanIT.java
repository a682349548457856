package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;

/** The plan by REST, as a script of the company's admin uses it. */
@BothDatabases({"PlanVersions", "DraftRows"})
class PlanIT {
    private static final String PLAN = "/api/v1/plan";
    private static final String DRAFT = PLAN + "/draft";

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

    private String published() {
        return admin.get(PLAN).body();
    }

    private HttpResponse<String> put(String document, String... headers) {
        return admin.ask(
                "PUT",
                DRAFT,
                document,
                headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]));
    }

    private HttpResponse<String> act(String path) {
        return admin.ask("POST", PLAN + path, "", Map.of());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void aDraftIsPutComparedPublishedAndUndone() {
        HttpResponse<String> first = admin.get(PLAN);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag(first)).isEqualTo("\"v1\"");
        String changed = first.body().replace("\"Alice\"", "\"Alicia\"");

        HttpResponse<String> draft = put(changed);
        assertThat(draft.statusCode()).isEqualTo(200);
        assertThat(draft.body())
                .contains(
                        "\"basedOn\":1",
                        "\"problems\":[]",
                        "{\"place\":\"person \\\"Alice\\\", name\",\"what\":\"Alice → Alicia\"}",
                        "\"changedBy\":\"admin\"",
                        "Alicia");
        assertThat(published()).doesNotContain("Alicia");
        assertThat(admin.get(DRAFT).body()).isEqualTo(draft.body());

        assertThat(act("/publish").body()).isEqualTo("{\"version\":2}");
        assertThat(published()).isEqualTo(changed);
        assertThat(admin.get(DRAFT).statusCode()).isEqualTo(404);

        assertThat(act("/undo").body()).isEqualTo("{\"version\":3}");
        assertThat(published()).isEqualTo(first.body());
        HttpResponse<String> nothing = act("/undo");
        assertThat(nothing.statusCode()).isEqualTo(409);
        assertThat(nothing.body()).contains("there is no older version to go back to");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsPlaceAndNothingIsKept() {
        HttpResponse<String> refused = put(published().replace("group:sales", "gruop:sales"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"place\":\"menus[0].keys.1\"");
        assertThat(put("{").body()).contains("not JSON");
        assertThat(admin.get(DRAFT).statusCode()).isEqualTo(404);
    }

    @Test
    void aDraftMayBeUnfinishedButIsNotPublished() {
        String document = published().replace("\"person:alice\"", "\"person:zoe\"");
        assertThat(put(document).body()).contains("there is no person zoe");

        HttpResponse<String> refused = act("/publish");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("menu \\\"Boulangerie Martin\\\", key 0", "there is no person zoe");
        assertThat(tag(admin.get(PLAN))).isEqualTo("\"v1\"");
        assertThat(admin.get(DRAFT).statusCode()).isEqualTo(200);
    }

    private void refuses(String document, String place, String what) {
        HttpResponse<String> draft = put(document);
        assertThat(draft.body()).contains(place, what);
        HttpResponse<String> refused = act("/publish");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(place, what);
        assertThat(admin.ask("DELETE", DRAFT, "", Map.of()).statusCode()).isEqualTo(204);
        assertThat(tag(admin.get(PLAN))).isEqualTo("\"v1\"");
    }

    private String with(String part, String instead) {
        assertThat(published()).contains(part);
        return published().replace(part, instead);
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedWithItsPlace() {
        String menu = "\"place\":\"menu \\\"Boulangerie Martin\\\"";
        refuses(
                with("\"menu-welcome\"", "\"menu-welcom\""),
                menu + "\"",
                "there is no prompt \\\"menu-welcom\\\"; is menu-welcome meant?");
        refuses(
                with("\"afterTimeout\" : null", "\"afterTimeout\" : \"menu:main\""),
                menu + "\"",
                "it leads back to itself");
        refuses(
                with("\"afterInvalid\" : null", "\"afterInvalid\" : \"person:zoe\""),
                menu + ", afterInvalid\"",
                "there is no person zoe");
        refuses(
                with(
                        "\"callers\" : [ ]",
                        "\"callers\": [{\"id\": \"b\", \"name\": \"Bad\", \"numbers\": [\"0612\"]}]"),
                "\"place\":\"caller list \\\"Bad\\\"\"",
                "0612 is neither");
        refuses(
                with(
                        "\"screening\" : [ ]",
                        "\"screening\": [{\"list\": \"bad\", \"to\": \"hangup\"}]"),
                "\"place\":\"screening rule 1\"",
                "there is no caller list bad");
        refuses(
                with("\"otherwise\" : null", "\"otherwise\" : \"group:sales\""),
                "\"place\":\"group \\\"Sales\\\"\"",
                "it leads back to itself");
        refuses(
                with("\"noAnswer\" : null", "\"noAnswer\" : \"outside:+442079460000\""),
                "reach, noAnswer\"",
                "calls to +442079460000 are not open");
        HttpResponse<String> unreadable =
                put(with("\"screening\" : [ ]", "\"screening\": [{\"to\": \"hangup\"}]"));
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("\"place\":\"screening[0]\"", "either a list or");
    }

    @Test
    void whatIsWrongIsSaidInTheReadersLanguage() {
        Map<String, String> french = Map.of("Accept-Language", "fr-FR");
        String unfinished = published().replace("\"person:alice\"", "\"person:zoe\"");
        String place = "menu «\u00a0Boulangerie Martin\u00a0», touche 0";
        String what = "la personne zoe n’existe pas";
        String told = "{\"place\":\"" + place + "\",\"what\":\"" + what + "\"}";

        assertThat(admin.ask("PUT", DRAFT, unfinished, french).body()).contains(told);
        assertThat(admin.ask("POST", PLAN + "/publish", "", french).body()).contains(told);
        assertThat(
                        new String(
                                admin.octets("/admin/call-flows", french).body(),
                                StandardCharsets.UTF_8))
                .contains("<li>" + place + "\u00a0: " + what + "</li>");
        assertThat(admin.get("/admin/call-flows").body())
                .contains("<li>menu &quot;Boulangerie Martin&quot;, key 0: there is no person zoe");
        assertThat(admin.ask("PUT", DRAFT, "{\"company\": 1}", french).body())
                .contains("{\"place\":\"entreprise\",\"what\":\"un objet est attendu\"}");
    }

    @Test
    void aPublishedPlanWhosePromptIsGoneIsStillLoadedAndTakenBackTo() {
        CompanyId company = server.bean(Published.class).all().getFirst().company();
        server.bean(Published.class).publish(company, with("\"menu-welcome\"", "\"of-long-ago\""));
        server.stop();
        server = RunningServer.startIn(server.data(), "--sonnerie.demo=true");
        admin = Browser.signedIn(server, "admin");
        assertThat(published()).contains("of-long-ago");

        put(with("\"of-long-ago\"", "\"menu-welcome\""));
        assertThat(act("/publish").statusCode()).isEqualTo(200);
        assertThat(act("/undo").body()).isEqualTo("{\"version\":4}");
        assertThat(published()).contains("of-long-ago");
    }

    @Test
    void nobodyOverwritesADraftHeHasNotSeen() {
        HttpResponse<String> mine = put(published().replace("Alice", "Mine"));

        assertThat(put(published()).statusCode()).isEqualTo(428);
        HttpResponse<String> theirs =
                put(published().replace("Alice", "Theirs"), "If-Match", tag(mine));
        assertThat(theirs.statusCode()).isEqualTo(200);
        HttpResponse<String> late = put(published(), "If-Match", tag(mine));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("somebody has changed the draft in the meantime");
        assertThat(admin.get(DRAFT).body()).contains("Theirs");

        assertThat(admin.ask("DELETE", DRAFT, "", Map.of("If-Match", tag(mine))).statusCode())
                .isEqualTo(412);
        assertThat(admin.ask("DELETE", DRAFT, "", Map.of()).statusCode()).isEqualTo(204);
        assertThat(act("/publish").statusCode()).isEqualTo(404);
    }

    @Test
    void aDraftOfBeforeAnotherPublicationIsNotPublished() {
        String original = published();
        put(original.replace("Alice", "Second"));
        act("/publish");
        put(original.replace("Alice", "Third"));
        act("/undo");

        HttpResponse<String> refused = act("/publish");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("put the draft again");
    }

    @Test
    void onlyAdminsAndOnlyWithTheirOwnToken() {
        assertThat(new Browser(server).get(PLAN).statusCode()).isEqualTo(401);
        assertThat(Browser.signedIn(server, "alice").get(PLAN).statusCode()).isEqualTo(403);
        HttpResponse<String> forged =
                admin.ask("PUT", DRAFT, published(), Map.of("X-XSRF-TOKEN", "forged"));
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void aDocumentOfFiveMegabytesIsTooLong() {
        HttpResponse<String> refused = put(" ".repeat(5 * 1_024 * 1_024));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("at most 4194304 bytes");
    }

    @Test
    void theHolidaysOfACalendarComeIntoTheDraft() {
        String hours =
                "\"hours\":[{\"id\":\"shop\",\"name\":\"Shop\",\"timeZone\":null,"
                        + "\"week\":{\"mon\":[\"09:00-18:00\"]},\"holidays\":[]}]";
        String first = tag(put(published().replace("\"hours\" : [ ]", hours)));
        String path = DRAFT + "/hours/shop/holidays";
        String calendar =
                String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "BEGIN:VEVENT",
                        "DTSTART;VALUE=DATE:20200714",
                        "RRULE:FREQ=YEARLY",
                        "SUMMARY:Bastille Day",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        "");

        assertThat(admin.ask("POST", path, calendar, Map.of()).statusCode())
                .as("a draft is there, and it was not said which is meant")
                .isEqualTo(428);
        HttpResponse<String> added = admin.ask("POST", path, calendar, Map.of("If-Match", first));
        assertThat(added.body()).contains("\"added\":3,\"skipped\":[]", "Bastille Day", "-07-14");
        assertThat(admin.ask("POST", path, calendar, Map.of("If-Match", tag(added))).body())
                .as("a second time nothing is new")
                .contains("\"added\":0");
        assertThat(admin.ask("POST", path, calendar, Map.of("If-Match", first)).statusCode())
                .isEqualTo(412);
        assertThat(
                        admin.ask("POST", path, "hello", Map.of("If-Match", tag(admin.get(DRAFT))))
                                .body())
                .contains("\"status\":422", "this is no calendar");
        assertThat(act("/publish").statusCode()).isEqualTo(200);
        assertThat(published()).contains("Bastille Day");
    }
}
