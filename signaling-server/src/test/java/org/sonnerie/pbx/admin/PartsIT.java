package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MenuId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.publish.Drafts;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.trunkaccounts.TrunkAccounts;

class PartsIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");

    private static RunningServer server;
    private static Browser admin;
    private static String original;

    private long before;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        original = server.bean(Published.class).document(MARTIN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        Drafts drafts = server.bean(Drafts.class);
        drafts.find(MARTIN).ifPresent(_ -> drafts.discard(MARTIN, Optional.empty()));
        before = server.bean(Published.class).publish(MARTIN, original).version().published();
    }

    private CompanyPlan plan() {
        return server.bean(Published.class).current(MARTIN);
    }

    private static String base(PartKind kind) {
        return switch (kind) {
            case MENU, HOURS, ROUTE, ANNOUNCEMENT -> "/admin/call-flows/" + kind.path();
            default -> "/admin/" + kind.path();
        };
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PERSON")
    void eachKindHasAFormInBothLanguages(PartKind kind) {
        String page = kind.isSingle() ? base(kind) : base(kind) + "/add";
        for (String language : List.of("en", "fr")) {
            var answer = admin.ask("GET", page, "", Map.of("Accept-Language", language));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("??").contains("lang=\"" + language + "\"");
        }
    }

    @Test
    void newGroupIsInForceAtOnceAndCanBeTakenBack() {
        var saved =
                FormPage.open(admin, "/admin/ring-groups/add")
                        .with("name", "Front Desk")
                        .rows("members", "Carol (103)", "Alice (101)")
                        .with("strategy", "in-order")
                        .with("ringSeconds", "40")
                        .send();

        assertThat(saved.location()).isEqualTo("/admin/ring-groups");
        var group = plan().group(new GroupId("front-desk")).orElseThrow();
        assertThat(group.extension()).isEqualTo("201");
        assertThat(group.members()).containsExactly(new PersonId("carol"), new PersonId("alice"));
        assertThat(group.ringSeconds()).isEqualTo(40);
        assertThat(group.voicemail()).isTrue();

        FormPage list = saved.form("/admin/undo");
        assertThat(list.text()).contains("Front Desk is saved.", "Carol (103), Alice (101)");
        assertThat(list.send().body()).contains("The change is taken back.");
        assertThat(plan().group(new GroupId("front-desk"))).isEmpty();
    }

    @Test
    void onlyWhatWasChangedChanges() {
        CompanyPlan before = plan();

        FormPage.open(admin, "/admin/queues/support").with("maxCallers", "7").send();

        CompanyPlan after = plan();
        assertThat(after.flow().queues().getFirst().waiting().mostCallers()).isEqualTo(7);
        assertThat(after.groups()).isEqualTo(before.groups());
        assertThat(after.people()).isEqualTo(before.people());
        assertThat(after.flow().queues().getFirst().waiting().keys())
                .isEqualTo(before.flow().queues().getFirst().waiting().keys());
    }

    @Test
    void whatCannotBeUnderstoodStandsBesideItsFieldAndNothingTypedIsLost() {
        FormPage back =
                FormPage.open(admin, "/admin/ring-groups/sales")
                        .with("name", "Les <b>Ventes</b>")
                        .with("ringSeconds", "0")
                        .rows("members", "Zoé")
                        .sentBack();

        assertThat(back.problem("ringSeconds")).isEqualTo("A whole number from 1 to 300.");
        assertThat(back.problem("members")).startsWith("Nobody is called \"Zoé\".");
        assertThat(back.value("name")).isEqualTo("Les <b>Ventes</b>");
        assertThat(back.value("ringSeconds")).isEqualTo("0");
        assertThat(back.values("members")).containsExactly("Zoé");
        assertThat(plan().version().published()).isEqualTo(before);
    }

    @Test
    void extensionThatIsTakenIsToldWithWhoHasIt() {
        FormPage back =
                FormPage.open(admin, "/admin/ring-groups/sales")
                        .with("extension", "101")
                        .sentBack();

        assertThat(back.problem("extension")).startsWith("extension 101 is already that of person");
        assertThat(plan().version().published()).isEqualTo(before);
    }

    @Test
    void whoeverComesSecondIsToldWhatTheOtherChangedAndTheRestIsJoined() {
        FormPage mine =
                FormPage.open(admin, "/admin/ring-groups/sales")
                        .with("ringSeconds", "25")
                        .with("hears", "music");
        FormPage.open(Browser.signedIn(server, "admin"), "/admin/ring-groups/sales")
                .with("ringSeconds", "50")
                .with("name", "Verkauf")
                .send();

        FormPage back = mine.sentBack();

        assertThat(back.problem("ringSeconds")).contains("\"50\"", "Save again");
        assertThat(back.value("ringSeconds")).isEqualTo("25");
        back.send();
        var sales = plan().group(new GroupId("sales")).orElseThrow();
        assertThat(sales.ringSeconds()).isEqualTo(25);
        assertThat(sales.name()).isEqualTo("Verkauf");
        assertThat(sales.ringing().hears().name().toLowerCase(Locale.ROOT)).isEqualTo("music");
    }

    @Test
    void whatIsNeededIsNotDeleted() {
        FormPage page = FormPage.form(admin, "/admin/ring-groups/sales", "/delete");
        assertThat(page.text()).contains("menu Boulangerie Martin", "number +15550100200");

        var refused = page.send();

        assertThat(refused.location()).isEqualTo("/admin/ring-groups/sales");
        assertThat(refused.body()).contains("It is still needed");
        assertThat(plan().group(new GroupId("sales"))).isPresent();
    }

    @Test
    void roomIsDeletedWithItsRuleOfRecording() {
        FormPage.open(admin, "/admin/conference-rooms/add")
                .with("name", "Cave")
                .with("pin", "4711")
                .with("record", "on-demand")
                .send();
        assertThat(plan().facts().recording().rooms()).hasSize(2);

        FormPage.form(admin, "/admin/conference-rooms/cave", "/delete").send();

        assertThat(plan().rooms()).hasSize(1);
        assertThat(plan().facts().recording().rooms()).hasSize(1);
    }

    @Test
    void numberLeadsElsewhereAndIsAddedOnce() {
        FormPage.open(admin, "/admin/numbers/+15550100101").with("to", "102").send();
        assertThat(admin.get("/admin/numbers").body()).contains("Bob, extension 102");

        FormPage again =
                FormPage.open(admin, "/admin/numbers/add")
                        .with("number", "+1 555 0100 101")
                        .with("to", "+33 1 45 67 89 01")
                        .sentBack();
        assertThat(again.problem("number")).isEqualTo("This is there already.");
    }

    @Test
    void menuIsChangedInTheDraftOnlyAndPublished() {
        FormPage.open(admin, "/admin/call-flows/menus/main").with("keys.5", "102").send();

        assertThat(plan().menu(new MenuId("main")).orElseThrow().keys()).doesNotContainKey('5');
        assertThat(
                        server.bean(Drafts.class)
                                .of(MARTIN)
                                .plan()
                                .menu(new MenuId("main"))
                                .orElseThrow()
                                .keys())
                .containsKey('5');
        FormPage flows = FormPage.form(admin, "/admin/call-flows", "/publish");
        assertThat(flows.text()).contains("Key 5", "Bob, extension 102");

        flows.send();

        assertThat(plan().menu(new MenuId("main")).orElseThrow().keys()).containsKey('5');
        assertThat(server.bean(Drafts.class).find(MARTIN)).isEmpty();
    }

    @Test
    void draftFollowsWhatIsInForceAtOnce() {
        FormPage.open(admin, "/admin/call-flows/menus/main").with("keys.5", "102").send();
        FormPage.open(admin, "/admin/ring-groups/sales").with("ringSeconds", "33").send();

        FormPage.form(admin, "/admin/call-flows", "/publish").send();

        assertThat(plan().menu(new MenuId("main")).orElseThrow().keys()).containsKey('5');
        assertThat(plan().group(new GroupId("sales")).orElseThrow().ringSeconds()).isEqualTo(33);
    }

    @Test
    void hoursAreTypedAsPeopleWriteThem() {
        FormPage.open(admin, "/admin/call-flows/hours/add")
                .with("name", "Shop")
                .with("week.mon", "09:00 - 12:00; 14:00–18:00")
                .with("holidays.from", "2026-12-24")
                .with("holidays.to", "2026-12-26")
                .with("holidays.name", "Noël")
                .send();

        var hours = server.bean(Drafts.class).of(MARTIN).plan().flow().hours().getFirst();
        assertThat(hours.week().values().iterator().next())
                .hasToString("[09:00-12:00, 14:00-18:00]");
        assertThat(hours.holidays().getFirst().name()).isEqualTo("Noël");
        FormPage again = FormPage.open(admin, "/admin/call-flows/hours/shop");
        assertThat(again.value("week.mon")).isEqualTo("09:00-12:00, 14:00-18:00");
        assertThat(again.value("holidays.to")).isEqualTo("2026-12-26");
    }

    @Test
    void passwordOfATrunkIsKeptAndNeverShown() {
        FormPage form =
                FormPage.form(admin, "/admin/trunks/loopback", "/admin/trunks/loopback/password")
                        .with("password", "canary-4711");

        var answer = form.send();

        assertThat(answer.body()).contains("The password of Loopback carrier is set");
        assertThat(answer.body() + admin.get("/admin/trunks/loopback").body())
                .doesNotContain("canary-4711");
        assertThat(server.bean(TrunkAccounts.class).secret(MARTIN, new TrunkId("loopback")))
                .hasValueSatisfying(secret -> assertThat(secret.text()).isEqualTo("canary-4711"));
    }

    @Test
    void hoursThatHaveAPersonsIdDoNotTakeHisName() {
        FormPage.open(admin, "/admin/call-flows/hours/add").with("name", "Alice").send();
        FormPage.form(admin, "/admin/call-flows", "/publish").send();

        assertThat(FormPage.open(admin, "/admin/ring-groups/sales").values("members"))
                .containsExactly("Alice (101)", "Bob (102)");
    }

    @Test
    void employeesSeeNoneOfIt() {
        assertThat(Browser.signedIn(server, "alice").get("/admin/ring-groups").statusCode())
                .isEqualTo(403);
    }

    @Test
    void unknownPartsAreNotFound() {
        assertThat(admin.get("/admin/ring-groups/nobody").statusCode()).isEqualTo(404);
    }
}
