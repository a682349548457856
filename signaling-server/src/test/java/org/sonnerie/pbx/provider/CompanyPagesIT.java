package org.sonnerie.pbx.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.company.CompanyLimits;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;

/** The provider makes companies and says what each may have. */
@BothDatabases("CompanyTerms")
class CompanyPagesIT {
    private static final String ADD = "/provider/companies/add";
    private static final String DEMO = "/provider/companies/boulangerie-martin";
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final String PASSWORD = "a password of her own";

    private RunningServer server;
    private Browser provider;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        provider = Browser.signedIn(server, "provider");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FormPage filled() {
        return FormPage.open(provider, ADD)
                .with("name", "Garage Durand")
                .with("country", "FR")
                .with("language", "fr")
                .with("timeZone", "Europe/Paris")
                .with("adminName", "Diane Durand")
                .with("userName", "diane");
    }

    @Test
    void whoLooksAfterTheSystemComesToTheListOfCompanies() {
        assertThat(provider.get("/").headers().firstValue("Location").orElse(""))
                .endsWith("/provider");

        assertThat(provider.get("/provider").body())
                .contains("Boulangerie Martin", "href=\"" + DEMO + "\"", "Active");
    }

    @Test
    void aNewCompanysAdministratorChoosesHisPasswordBehindALinkThatIsShownOnce() {
        FormPage.Answer made = filled().send();

        assertThat(made.location()).startsWith("/provider/companies/");
        String link = made.form(made.location()).page().select("#link").val();
        assertThat(provider.get(made.location()).body()).doesNotContain("/welcome/");
        assertThat(provider.get("/provider").body()).contains("Garage Durand");

        Browser diane = new Browser(server);
        String welcome = URI.create(link).getPath();
        assertThat(diane.get(welcome).body()).contains("Garage Durand", "Diane Durand");
        diane.submit(welcome, welcome, Map.of("password", PASSWORD));
        diane.signIn("diane", PASSWORD);
        assertThat(diane.get("/admin/people").body()).contains("Diane Durand", "Garage Durand");
        assertThat(diane.get("/admin/audit-log").body())
                .contains(
                        "Made the company Garage Durand", "Added Diane Durand (diane)", "Provider");

        CompanyId id = new CompanyId(made.location().substring("/provider/companies/".length()));
        CompanyPlan plan = server.bean(Published.class).current(id);
        assertThat(plan.facts().language()).isEqualTo("fr");
        assertThat(plan.facts().country()).isEqualTo("FR");
        assertThat(plan.facts().timeZone().getId()).isEqualTo("Europe/Paris");
        assertThat(plan.people()).hasSize(1);
        assertThat(server.bean(People.class).of(id))
                .extracting(Account::role)
                .containsExactly(Role.ADMIN);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
        FormPage back =
                filled().with("name", " ")
                        .with("adminName", "")
                        .with("userName", "alice")
                        .sentBack();

        assertThat(back.problem("name")).contains("Give the company a name");
        assertThat(back.problem("adminName")).contains("Give a name");
        assertThat(back.problem("userName")).contains("Somebody has this user name");
        assertThat(back.value("language")).isEqualTo("fr");
        assertThat(back.value("timeZone")).isEqualTo("Europe/Paris");
        assertThat(back.value("userName")).isEqualTo("alice");
        assertThat(back.page().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#name", "#adminName", "#userName");
        assertThat(server.bean(People.class).counts()).containsOnlyKeys(MARTIN);

        FormPage name = filled().with("userName", "a b").sentBack();
        assertThat(name.problem("userName")).contains("2 to 64 letters");
        assertThat(name.value("name")).isEqualTo("Garage Durand");
    }

    @Test
    void limitsAreSetAndTakenAwayAndStayOverARestart() {
        FormPage.Answer saved =
                FormPage.open(provider, DEMO)
                        .with("people", "4")
                        .with("numbers", " 6 ")
                        .with("calls", "0")
                        .with("megabytes", "1000000")
                        .send();

        assertThat(saved.body()).contains("Saved.");
        CompanyLimits limits =
                new CompanyLimits(
                        OptionalInt.of(4),
                        OptionalInt.of(6),
                        OptionalInt.of(0),
                        OptionalInt.of(1_000_000));
        assertThat(server.bean(CompanyTerms.class).of(MARTIN).limits()).isEqualTo(limits);
        assertThat(provider.get("/provider").body()).contains("4 / 4", "5 / 6", "0 / 0");

        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        assertThat(server.bean(CompanyTerms.class).of(MARTIN).limits()).isEqualTo(limits);

        provider = Browser.signedIn(server, "provider");
        FormPage again = FormPage.open(provider, DEMO);
        assertThat(again.value("megabytes")).isEqualTo("1000000");
        again.with("people", "").with("numbers", "").with("calls", "").with("megabytes", "").send();
        assertThat(server.bean(CompanyTerms.class).of(MARTIN).limits())
                .isEqualTo(CompanyLimits.NONE);
        assertThat(Browser.signedIn(server, "admin").get("/admin/audit-log").body())
                .contains("Set the limits of the company");
    }

    @Test
    void whatIsNoLimitIsSaidBesideItsField() {
        FormPage back =
                FormPage.open(provider, DEMO)
                        .with("people", "many")
                        .with("numbers", "-1")
                        .with("calls", "1000001")
                        .with("megabytes", "7")
                        .sentBack();

        assertThat(back.problem("people")).contains("A whole number");
        assertThat(back.problem("numbers")).contains("A whole number");
        assertThat(back.problem("calls")).contains("A whole number");
        assertThat(back.problem("megabytes")).isEmpty();
        assertThat(back.value("people")).isEqualTo("many");
        assertThat(server.bean(CompanyTerms.class).of(MARTIN).limits())
                .isEqualTo(CompanyLimits.NONE);
    }

    @Test
    void aCompanysOtherNameIsSeenByEverybody() {
        FormPage.open(provider, DEMO).with("name", "Boulangerie Martin & fils").send();

        assertThat(provider.get("/provider").body()).contains("Boulangerie Martin &amp; fils");
        assertThat(server.bean(Published.class).current(MARTIN).facts().name())
                .isEqualTo("Boulangerie Martin & fils");
    }

    @Test
    void aCompanyThatIsNotThereIsNotFound() {
        assertThat(provider.get("/provider/companies/none").statusCode()).isEqualTo(404);
    }
}
