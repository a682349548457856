package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.people.StoredCredentials;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.publish.Published;

class PersonPagesIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");

    private static RunningServer server;
    private static Browser admin;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static CompanyPlan plan() {
        return server.bean(Published.class).current(MARTIN);
    }

    private static Account account(String userName) {
        return server.bean(People.class)
                .credentials(userName)
                .map(StoredCredentials::account)
                .orElseThrow();
    }

    @Test
    void newPersonHasAPhoneAtOnceAndChoosesHisPassword() {
        var added =
                FormPage.open(admin, "/admin/people/add")
                        .with("userName", "lena")
                        .with("name", "Léna Kern")
                        .with("department", "Bakery")
                        .with("email", "lena@example.org")
                        .with("ringSeconds", "35")
                        .send();

        Person lena = plan().person(account("lena").id()).orElseThrow();
        assertThat(lena.name()).isEqualTo("Léna Kern");
        assertThat(lena.extension()).isEqualTo("104");
        assertThat(lena.ringSeconds()).isEqualTo(35);
        assertThat(lena.contact().email()).contains("lena@example.org");
        String link = added.form("/admin/people").page().select("#link").attr("value");
        assertThat(link).startsWith(server.http("/welcome/").toString());
        Browser hers = new Browser(server);
        String path = link.substring(link.indexOf("/welcome/"));
        hers.submit(path, path, Map.of("password", "quite long indeed"));
        assertThat(hers.signIn("lena", "quite long indeed").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/"));
        assertThat(admin.get("/admin/people?search=bak").body()).doesNotContain("Léna");
        assertThat(admin.get("/admin/people?search=kern").body()).contains("Léna Kern");
    }

    @Test
    void userNameThatIsTakenStandsBesideItsFieldAndNobodyIsMade() {
        int people = plan().people().size();

        FormPage back =
                FormPage.open(admin, "/admin/people/add")
                        .with("userName", "Alice")
                        .with("name", "Another Alice")
                        .sentBack();

        assertThat(back.text()).contains("Somebody has this user name already.");
        assertThat(back.value("name")).isEqualTo("Another Alice");
        assertThat(plan().people()).hasSize(people);
    }

    @Test
    void extensionThatIsTakenMakesNoAccount() {
        FormPage.open(admin, "/admin/people/add")
                .with("userName", "dora")
                .with("name", "Dora")
                .with("extension", "101")
                .sentBack();

        assertThat(server.bean(People.class).credentials("dora")).isEmpty();
    }

    @Test
    void nameAndRoleChange() {
        FormPage.open(admin, "/admin/people/bob")
                .with("name", "Robert")
                .with("role", "admin")
                .send();

        assertThat(account("bob").displayName()).isEqualTo("Robert");
        assertThat(account("bob").role()).isEqualTo(Role.ADMIN);
        assertThat(plan().person(account("bob").id()).orElseThrow().name()).isEqualTo("Robert");
    }

    @Test
    void forwardsAndRecordingAreSetInTheForm() {
        FormPage.open(admin, "/admin/people/carol")
                .with("reach.busy", "200")
                .with("record", "always")
                .with("listed", "")
                .send();

        Person carol = plan().person(account("carol").id()).orElseThrow();
        assertThat(carol.contact().listing().listed()).isFalse();
        assertThat(FormPage.open(admin, "/admin/people/carol").value("reach.busy"))
                .isEqualTo("Ring group Sales, extension 200");
        assertThat(plan().facts().recording().people()).containsKey(account("carol").id());
    }

    @Test
    void nobodyTakesTheAdminRoleFromHimself() {
        Account self = account("admin");

        FormPage back =
                FormPage.open(admin, "/admin/people/" + self.id())
                        .with("role", "employee")
                        .sentBack();

        assertThat(back.text()).contains("You cannot change your own role.");
        assertThat(account("admin").role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void whoeverHasNoPhoneNeedsNone() {
        FormPage own = FormPage.open(admin, "/admin/people/" + account("admin").id());
        assertThat(own.value("phone")).isEmpty();

        own.with("name", "Administration").send();

        assertThat(account("admin").displayName()).isEqualTo("Administration");
        assertThat(plan().person(account("admin").id())).isEmpty();
    }

    @Test
    void phoneThatOthersLeadToIsNotTakenAway() {
        FormPage back =
                FormPage.open(admin, "/admin/people/" + account("alice").id())
                        .with("phone", "")
                        .sentBack();

        assertThat(back.text()).contains("there is no person");
        assertThat(plan().person(account("alice").id())).isPresent();
    }

    @Test
    void theProviderIsNotTheCompanysToChange() {
        assertThat(admin.get("/admin/people/" + account("provider").id()).statusCode())
                .isEqualTo(404);
    }
}
