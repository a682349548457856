package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.PersonId;

class DepartmentsIT {
    private static final String PAGE = "/admin/departments";

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

    private static List<Optional<String>> departments() {
        return List.of("alice", "bob", "carol").stream()
                .map(id -> martin.plan().person(new PersonId(id)).orElseThrow())
                .map(person -> person.contact().listing().department())
                .toList();
    }

    @Test
    void everybodyInADepartmentIsRenamedAtOnceAndItCanBeTakenBack() {
        for (String id : List.of("alice", "carol")) {
            FormPage.open(admin, "/admin/people/" + id).with("department", "Bakery").send();
        }
        FormPage page = FormPage.open(admin, PAGE);
        assertThat(page.page().select(".department").eachText())
                .satisfiesExactly(
                        none -> assertThat(none).startsWith("No department").contains("Bob (102)"),
                        bakery ->
                                assertThat(bakery)
                                        .startsWith("Bakery")
                                        .contains("Alice (101)", "Carol (103)"));

        var saved = page.with("to", "Baking & Pastry").send();

        assertThat(departments())
                .containsExactly(
                        Optional.of("Baking & Pastry"),
                        Optional.empty(),
                        Optional.of("Baking & Pastry"));
        assertThat(FormPage.open(admin, "/admin/people/bob").page().select("#department-list"))
                .first()
                .satisfies(list -> assertThat(list.html()).contains("Baking &amp; Pastry"));
        assertThat(saved.form("/admin/undo").send().location()).isEqualTo(PAGE);
        assertThat(departments().getFirst()).contains("Bakery");

        FormPage.open(admin, PAGE).with("to", "").send();
        assertThat(departments()).containsOnly(Optional.empty());
    }

    @Test
    void nameThatIsNoneIsSaidBesideItsFieldAndADepartmentThatIsNoneIsNotFound() {
        FormPage.open(admin, "/admin/people/bob").with("department", "Shop").send();

        FormPage back = FormPage.open(admin, PAGE).with("to", "x".repeat(201)).sentBack();

        assertThat(back.text()).contains("At most 200 characters.");
        assertThat(back.value("to")).hasSize(201);
        assertThat(admin.submit(PAGE, PAGE, Map.of("from", "Nobody", "to", "x")).statusCode())
                .isEqualTo(404);
        FormPage.open(admin, PAGE).with("to", "").send();
    }
}
