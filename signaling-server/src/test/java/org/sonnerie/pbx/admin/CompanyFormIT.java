package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CallerList;
import org.sonnerie.pbx.plan.CallerListId;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.ParkSlots;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RecordingRules;
import org.sonnerie.pbx.plan.ScreeningRule;

/** What holds for a company as a whole, and which callers are led elsewhere. */
class CompanyFormIT {
    private static RunningServer server;
    private static Martin martin;
    private static Browser admin;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        martin = new Martin(server);
        admin = Browser.signedIn(server, "admin");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void companysFactsAndDiallingAreChangedInOneForm() {
        FormPage form = FormPage.open(admin, "/admin/company");
        assertThat(form.value("company.country")).isEqualTo("FR");
        assertThat(form.values("dialling.codes.code")).contains("*43", "*7");

        var saved =
                form.with("company.name", "Boulangerie Martin & Fils")
                        .with("company.country", "CH")
                        .with("company.timeZone", "Europe/Zurich")
                        .with("dialling.openCallingCodes", "33\n44")
                        .rows("dialling.codes.code", "*43", "*55")
                        .rows("dialling.codes.to", "Echo test", "200")
                        .with("dialling.parkSlots", "711-715")
                        .with("company.voicemail.keepDays", "30")
                        .with("recording.keepDays", "14")
                        .with("recording.consent", "ask")
                        .send();

        assertThat(saved.location()).isEqualTo("/admin/company");
        var facts = martin.plan().facts();
        assertThat(facts.name()).isEqualTo("Boulangerie Martin & Fils");
        assertThat(facts.country()).isEqualTo("CH");
        assertThat(facts.timeZone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        assertThat(facts.voicemail().keepDays()).contains(30);
        assertThat(facts.recording().keepDays()).isEqualTo(14);
        assertThat(facts.recording().consent()).isEqualTo(RecordingRules.Consent.ASK);
        var rules = martin.plan().outside().rules();
        assertThat(rules.openCallingCodes()).containsExactly("33", "44");
        assertThat(rules.codes())
                .isEqualTo(
                        Map.of(
                                "*43",
                                new Destination.ToEcho(),
                                "*55",
                                new Destination.ToGroup(new GroupId("sales"))));
        assertThat(rules.parkSlots()).contains(new ParkSlots(711, 715));
        FormPage undo = saved.form("/admin/undo");
        assertThat(undo.text()).contains("Company is saved.");
        undo.send();
        assertThat(martin.plan().facts().name()).isEqualTo("Boulangerie Martin");
    }

    @Test
    void countryWhoseEmergencyNumberIsAnExtensionIsRefusedWithTheExtension() {
        FormPage back =
                FormPage.open(admin, "/admin/company").with("company.country", "BE").sentBack();

        assertThat(back.text()).contains("Nothing is saved yet", "100", "emergency");
        assertThat(back.value("company.country")).isEqualTo("BE");
    }

    @Test
    void whatIsSaidBeforeARecordingIsOneOfThreeAndTheLawIsNamed() {
        FormPage form = FormPage.open(admin, "/admin/company");
        assertThat(form.value("recording.consent")).isEqualTo("announce");
        assertThat(form.text())
                .contains("Before a call is recorded", "the law of most countries asks for it");

        form.page()
                .select("select[name=recording.consent]")
                .append("<option value='maybe'>Maybe</option>");
        FormPage back = form.with("recording.consent", "maybe").sentBack();

        assertThat(back.problem("recording.consent")).isNotEmpty();
        assertThat(martin.plan().facts().recording().consent())
                .isEqualTo(RecordingRules.Consent.ANNOUNCE);
    }

    @Test
    void codesThatAreNoneAndDoubleOnesStandBesideTheirTable() {
        FormPage back =
                FormPage.open(admin, "/admin/company")
                        .rows("dialling.codes.code", "43")
                        .rows("dialling.codes.to", "Echo test")
                        .with("dialling.parkSlots", "101-105")
                        .sentBack();

        assertThat(back.problem("dialling.codes")).contains("43");
        assertThat(back.values("dialling.codes.code")).first().isEqualTo("43");

        FormPage twice =
                FormPage.open(admin, "/admin/company")
                        .rows("dialling.codes.code", "*43", "*43")
                        .rows("dialling.codes.to", "Echo test", "Hold music")
                        .sentBack();
        assertThat(twice.problem("dialling.codes")).contains("\"*43\"");
    }

    @Test
    void callersOnAListAreLedStraightToSomebodyAndTheListIsNeededThen() {
        FormPage.open(admin, "/admin/caller-lists/add")
                .with("name", "Important")
                .with("numbers", "+33 6 12 34 56 78\n+4420*")
                .send();
        var saved =
                FormPage.open(admin, "/admin/caller-rules")
                        .rows("screening.who", "Important", "Withheld numbers")
                        .rows("screening.numbers", "+15550100200", "")
                        .rows("screening.to", "101", "End of the call")
                        .send();

        assertThat(saved.location()).isEqualTo("/admin/caller-lists");
        var screening = martin.plan().outside().screening();
        assertThat(screening.lists())
                .containsExactly(
                        new CallerList(
                                new CallerListId("important"),
                                "Important",
                                List.of("+33612345678", "+4420*")));
        assertThat(screening.rules())
                .containsExactly(
                        new ScreeningRule(
                                new ScreeningRule.Callers.Listed(new CallerListId("important")),
                                List.of("+15550100200"),
                                new Destination.ToPerson(new PersonId("alice"))),
                        new ScreeningRule(
                                new ScreeningRule.Callers.Withheld(),
                                List.of(),
                                new Destination.ToHangUp()));

        FormPage list = FormPage.open(admin, "/admin/caller-lists/important");
        assertThat(list.text()).contains("Rules for callers");
        assertThat(list.value("numbers")).isEqualTo("+33612345678\n+4420*");
        FormPage back =
                FormPage.open(admin, "/admin/caller-rules")
                        .rows("screening.who", "Nobody")
                        .rows("screening.numbers", "")
                        .rows("screening.to", "101")
                        .sentBack();
        assertThat(back.problem("screening")).contains("\"Nobody\"");
    }
}
