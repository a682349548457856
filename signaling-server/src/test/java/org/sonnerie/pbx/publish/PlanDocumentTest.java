package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.AnnouncementId;
import org.sonnerie.pbx.plan.CallerListId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination.ToAnnouncement;
import org.sonnerie.pbx.plan.Destination.ToGroup;
import org.sonnerie.pbx.plan.Destination.ToHangUp;
import org.sonnerie.pbx.plan.Destination.ToPerson;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.Holiday;
import org.sonnerie.pbx.plan.Patience;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Registration;
import org.sonnerie.pbx.plan.RoomRules;
import org.sonnerie.pbx.plan.Screening;
import org.sonnerie.pbx.plan.ScreeningRule;
import org.sonnerie.pbx.plan.ScreeningRule.Callers;
import org.sonnerie.pbx.plan.Span;

class PlanDocumentTest {
    private static final CompanyId COMPANY = new CompanyId("boulangerie-martin");

    @Test
    void demoCompanyIsReadWhole() throws IOException {
        CompanyPlan plan = PlanReader.read(COMPANY, 7, demo());

        assertThat(plan.version().published()).isEqualTo(7);
        assertThat(plan.facts().country()).isEqualTo("FR");
        assertThat(plan.people()).hasSize(3);
        assertThat(plan.menus().getFirst().keys())
                .containsEntry('1', new ToGroup(new GroupId("sales")));
        assertThat(plan.outside().numbers()).hasSize(5);
        assertThat(plan.outside().trunks().getFirst().carrier().port()).isEqualTo(5070);
    }

    @Test
    void whatIsWrittenIsReadAsTheSamePlan() throws IOException {
        CompanyPlan plan = PlanReader.read(COMPANY, 1, demo());

        assertThat(PlanReader.read(COMPANY, 1, PlanWriter.write(plan))).isEqualTo(plan);
    }

    @Test
    void errorsNameThePlace() throws IOException {
        refuses(
                demo().replace("\"extension\": \"102\"", "\"extension\": 102"),
                "people[1].extension");
        refuses(demo().replace("\"maxTries\": 3", "\"maxTries\": \"3\""), "menus[0].maxTries");
        refuses(demo().replace("queue:support", "queeu:support"), "menus[0].keys.2");
        refuses(demo().replace("Europe/Paris", "Europe/Lyon"), "company.timeZone");
        refuses(demo().replace("\"rooms\": [", "\"roms\": ["), "rooms");
        refuses(demo().replace("\"pin\":", "\"colour\": \"red\", \"pin\":"), "rooms[0].colour");
        refuses(demo().replace("\"udp\"", "\"pigeon\""), "trunks[0].transport");
        refuses("[]", "an object");
        refuses("{", "not JSON");
    }

    @Test
    void hoursRoutesAndAnnouncementsAreReadAndWritten() throws IOException {
        CompanyPlan plan = PlanReader.read(COMPANY, 1, withHours("\"09:00-12:00\""));

        assertThat(plan.flow().hours().getFirst().week())
                .containsEntry(DayOfWeek.MONDAY, List.of(Span.read("09:00-12:00")));
        assertThat(plan.flow().hours().getFirst().holidays())
                .containsExactly(
                        new Holiday(
                                LocalDate.parse("2026-12-25"),
                                LocalDate.parse("2026-12-25"),
                                "Christmas"));
        assertThat(plan.flow().routes().getFirst().closed())
                .isEqualTo(new ToAnnouncement(new AnnouncementId("closed")));
        assertThat(PlanReader.read(COMPANY, 1, PlanWriter.write(plan))).isEqualTo(plan);
        refuses(withHours("\"9-12\""), "hours[0].week.mon: not a span such as 09:00-12:00");
        refuses(
                withHours("\"09:00-12:00\"").replace("\"mon\"", "\"lun\""),
                "hours[0].week.lun: a day is one of mon to sun");
        refuses(
                withHours("\"09:00-12:00\"").replace("2026-12-25", "25/12"),
                "hours[0].holidays[0].from: not a date such as 2026-12-25");
    }

    @Test
    void aRoomMaySayHowItIsInThere() throws IOException {
        String pin = "\"pin\": \"246810\"";
        assertThat(demo()).contains(pin);
        assertThat(PlanReader.read(COMPANY, 1, demo()).rooms().getFirst().rules())
                .isEqualTo(RoomRules.USUAL);

        String all =
                pin
                        + ", \"waitForModerator\": true, \"endsWithModerator\": true,"
                        + " \"announce\": \"none\", \"listenOnly\": true, \"owner\": \"alice\"";
        CompanyPlan plan = PlanReader.read(COMPANY, 1, demo().replace(pin, all));
        assertThat(plan.rooms().getFirst().rules())
                .isEqualTo(
                        new RoomRules(
                                true,
                                true,
                                RoomRules.Announce.NONE,
                                true,
                                Optional.of(new PersonId("alice"))));
        assertThat(PlanReader.read(COMPANY, 1, PlanWriter.write(plan))).isEqualTo(plan);
        CompanyPlan byName =
                PlanReader.read(COMPANY, 1, demo().replace(pin, pin + ", \"announce\": \"names\""));
        assertThat(byName.rooms().getFirst().rules().announce())
                .isEqualTo(RoomRules.Announce.NAMES);
        assertThat(PlanReader.read(COMPANY, 1, PlanWriter.write(byName))).isEqualTo(byName);
        assertThat(PlanChangesTest.sentences(plan, byName, Locale.ENGLISH))
                .anyMatch(change -> change.contains("announced") && change.endsWith("by name"));
        refuses(
                demo().replace(pin, pin + ", \"announce\": \"loudly\""),
                "rooms[0].announce: one of [tone, names, none] is expected");
        refuses(demo().replace(pin, pin + ", \"listenOnly\": 1"), "rooms[0].listenOnly");
        refuses(demo().replace(pin, pin + ", \"owner\": \"a b\""), "rooms[0].owner");
    }

    @Test
    void aMenuMaySayWhereItLeadsInVain() throws IOException {
        String tries = "\"maxTries\": 3";
        assertThat(demo()).contains(tries).doesNotContain("afterTimeout");
        assertThat(PlanReader.read(COMPANY, 1, demo()).menus().getFirst().patience())
                .isEqualTo(Patience.usual());

        String both = tries + ", \"afterTimeout\": \"group:sales\", \"afterInvalid\": null";
        CompanyPlan plan = PlanReader.read(COMPANY, 1, demo().replace(tries, both));
        assertThat(plan.menus().getFirst().patience())
                .isEqualTo(
                        new Patience(
                                8,
                                3,
                                Optional.of(new ToGroup(new GroupId("sales"))),
                                Optional.empty()));
        assertThat(PlanReader.read(COMPANY, 1, PlanWriter.write(plan))).isEqualTo(plan);
        refuses(
                demo().replace(tries, tries + ", \"afterInvalid\": \"sales\""),
                "menus[0].afterInvalid: a destination is");
    }

    private static String withScreening(String rule) throws IOException {
        return demo().replaceFirst(
                        "\\{",
                        Matcher.quoteReplacement(
                                """
                                {"callers": [{"id": "vip", "name": "Important",
                                  "numbers": ["+33612345678", "+4420*"]}],
                                 "screening": [%s],
                                """
                                        .formatted(rule)));
    }

    @Test
    void callersAndScreeningAreReadAndWritten() throws IOException {
        CompanyPlan plan =
                PlanReader.read(
                        COMPANY,
                        1,
                        withScreening(
                                """
                                {"list": "vip", "to": "person:alice"},
                                {"withheld": true, "numbers": ["+15550100200"], "to": "hangup"}\
                                """));

        assertThat(plan.outside().screening().rules())
                .containsExactly(
                        new ScreeningRule(
                                new Callers.Listed(new CallerListId("vip")),
                                List.of(),
                                new ToPerson(new PersonId("alice"))),
                        new ScreeningRule(
                                new Callers.Withheld(), List.of("+15550100200"), new ToHangUp()));
        assertThat(PlanReader.read(COMPANY, 1, PlanWriter.write(plan))).isEqualTo(plan);
        assertThat(PlanReader.read(COMPANY, 1, demo()).outside().screening())
                .isEqualTo(Screening.NONE);
        String whom = "screening[0]: either a list or \"withheld\": true is expected";
        refuses(withScreening("{\"to\": \"hangup\"}"), whom);
        refuses(withScreening("{\"withheld\": false, \"to\": \"hangup\"}"), whom);
        refuses(withScreening("{\"list\": \"vip\", \"withheld\": true, \"to\": \"hangup\"}"), whom);
        refuses(
                withScreening("{\"list\": \"vip\", \"numbers\": [], \"to\": \"hangup\"}"),
                "screening[0].numbers: leave it out, or name at least one");
        refuses(withScreening("{\"list\": \"vip\"}"), "screening[0].to: a text is expected");
        refuses(
                withScreening("").replace("\"name\": \"Important\",", ""),
                "callers[0].name: a text is expected");
    }

    private static String withHours(String monday) throws IOException {
        return demo().replaceFirst(
                        "\\{",
                        Matcher.quoteReplacement(
                                """
                                {"hours": [{"id": "shop", "name": "Shop", "timeZone": "Asia/Tokyo",
                                  "week": {"mon": [%s]},
                                  "holidays": [{"from": "2026-12-25", "name": "Christmas"}]}],
                                 "routes": [{"id": "door", "name": "Door", "extension": "500",
                                  "hours": "shop", "open": "person:alice",
                                  "closed": "announcement:closed"}],
                                 "announcements": [{"id": "closed", "name": "Closed",
                                  "extension": "501", "prompt": "closed", "then": "hangup"}],
                                """
                                        .formatted(monday)));
    }

    private static String withRegistration(String registration) throws IOException {
        String trunk = "\"callerNumber\": \"+15550100100\"";
        assertThat(demo()).contains(trunk);
        return demo().replace(trunk, trunk + ", \"registration\": " + registration);
    }

    private static Optional<Registration> registration(String document) {
        return PlanReader.read(COMPANY, 1, document).outside().trunks().getFirst().registration();
    }

    @Test
    void aTrunkMaySayHowItRegisters() throws IOException {
        String whole =
                withRegistration(
                        """
                        {"user": "pbx", "authUser": "branch7", "registrar": "carrier.example",
                         "realm": "sip", "expirySeconds": 600}\
                        """);
        Registration expected =
                new Registration(
                        "pbx",
                        Optional.of("branch7"),
                        Optional.of("carrier.example"),
                        Optional.of("sip"),
                        600);
        assertThat(registration(whole)).contains(expected);
        CompanyPlan plan = PlanReader.read(COMPANY, 1, whole);
        assertThat(PlanReader.read(COMPANY, 1, PlanWriter.write(plan))).isEqualTo(plan);

        String shortest = withRegistration("{\"user\": \"pbx\", \"expirySeconds\": 600}");
        assertThat(registration(shortest))
                .contains(
                        new Registration(
                                "pbx", Optional.empty(), Optional.empty(), Optional.empty(), 600));
    }

    @Test
    void aPlanOfBeforeTrunksCouldRegisterIsStillRead() throws IOException {
        assertThat(demo()).doesNotContain("registration");
        assertThat(registration(demo())).isEmpty();
        assertThat(registration(withRegistration("null"))).isEmpty();
    }

    @Test
    void errorsOfARegistrationNameItsPlace() throws IOException {
        refuses(
                withRegistration("{\"expirySeconds\": 600}"),
                "trunks[0].registration.user: a text is expected");
        refuses(
                withRegistration("{\"user\": \"pbx\"}"),
                "trunks[0].registration.expirySeconds: a whole number is expected");
        refuses(withRegistration("\"pbx\""), "trunks[0].registration: an object is expected");
        refuses(
                withRegistration(
                        "{\"user\": \"pbx\", \"expirySeconds\": 600, \"password\": \"x\"}"),
                "trunks[0].registration.password: there is no such member");
    }

    private static void refuses(String document, String place) {
        assertThatExceptionOfType(PlanDocumentException.class)
                .isThrownBy(() -> PlanReader.read(COMPANY, 1, document))
                .withMessageContaining(place);
    }

    private static String demo() throws IOException {
        try (InputStream in =
                PlanDocumentTest.class.getResourceAsStream("/demo/boulangerie-martin.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
