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
import org.sonnerie.pbx.plan.Person;

class PersonPagesIT {

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
    void newPersonHasAPhoneAtOnceAndChoosesHisPassword() {
        var added =
                FormPage.open(admin, "/admin/people/add")
                        .with("userName", "lena")
                        .with("name", "Léna Kern")
                        .with("department", "Bakery")
                        .with("email", "lena@example.org")
                        .with("ringSeconds", "35")
                        .send();

        Person lena = martin.plan().person(martin.account("lena").id()).orElseThrow();
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
        int people = martin.plan().people().size();

        FormPage back =
                FormPage.open(admin, "/admin/people/add")
                        .with("userName", "Alice")
                        .with("name", "Another Alice")
                        .sentBack();

        assertThat(back.text()).contains("Somebody has this user name already.");
        assertThat(back.value("name")).isEqualTo("Another Alice");
        assertThat(martin.plan().people()).hasSize(people);
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

        assertThat(martin.account("bob").displayName()).isEqualTo("Robert");
        assertThat(martin.account("bob").role()).isEqualTo(Role.ADMIN);
        assertThat(martin.plan().person(martin.account("bob").id()).orElseThrow().name())
                .isEqualTo("Robert");
    }

    @Test
    void peopleAreReceptionistsOrSupervisors() {
        FormPage.open(admin, "/admin/people/add")
                .with("userName", "rosa")
                .with("name", "Rosa")
                .with("role", "receptionist")
                .send();
        FormPage.open(admin, "/admin/people/add")
                .with("userName", "sven")
                .with("name", "Sven")
                .with("role", "supervisor")
                .send();

        assertThat(martin.account("rosa").role()).isEqualTo(Role.RECEPTIONIST);
        assertThat(martin.account("sven").role()).isEqualTo(Role.SUPERVISOR);
    }

    @Test
    void forwardsAndRecordingAreSetInTheForm() {
        FormPage.open(admin, "/admin/people/carol")
                .with("reach.busy", "200")
                .with("record", "always")
                .with("listed", "")
                .send();

        Person carol = martin.plan().person(martin.account("carol").id()).orElseThrow();
        assertThat(carol.contact().listing().listed()).isFalse();
        assertThat(FormPage.open(admin, "/admin/people/carol").value("reach.busy"))
                .isEqualTo("Ring group Sales, extension 200");
        assertThat(martin.plan().facts().recording().people())
                .containsKey(martin.account("carol").id());
    }

    @Test
    void nobodyTakesTheAdminRoleFromHimself() {
        Account self = martin.account("admin");

        FormPage back =
                FormPage.open(admin, "/admin/people/" + self.id())
                        .with("role", "employee")
                        .sentBack();

        assertThat(back.text()).contains("You cannot change your own role.");
        assertThat(martin.account("admin").role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void whoeverHasNoPhoneNeedsNone() {
        FormPage own = FormPage.open(admin, "/admin/people/" + martin.account("admin").id());
        assertThat(own.value("phone")).isEmpty();

        own.with("name", "Administration").send();

        assertThat(martin.account("admin").displayName()).isEqualTo("Administration");
        assertThat(martin.plan().person(martin.account("admin").id())).isEmpty();
    }

    @Test
    void phoneThatOthersLeadToIsNotTakenAway() {
        FormPage back =
                FormPage.open(admin, "/admin/people/" + martin.account("alice").id())
                        .with("phone", "")
                        .sentBack();

        assertThat(back.text()).contains("there is no person");
        assertThat(martin.plan().person(martin.account("alice").id())).isPresent();
    }

    @Test
    void theProviderIsNotTheCompanysToChange() {
        assertThat(admin.get("/admin/people/" + martin.account("provider").id()).statusCode())
                .isEqualTo(404);
    }
}
