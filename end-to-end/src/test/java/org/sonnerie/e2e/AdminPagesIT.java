package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.GREETING;
import static org.sonnerie.e2e.Cast.NOBODY;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.AdminDoor;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;

/** What an admin changes on his pages is what the next call does. */
@ExtendWith(Stage.Extension.class)
class AdminPagesIT {
    private static final String MAIN_NUMBER = "+15550100100";

    private Admin admin;
    private JsonObject before;

    @BeforeEach
    void remember(Stage stage) {
        admin = Admin.signIn(stage.sonnerie().address());
        before = admin.plan();
    }

    @AfterEach
    void restore() {
        admin.restore(before);
    }

    private static Page open(Stage stage, String place) {
        Page page = stage.opened(stage.browsers().fresh(NOBODY, "en-GB")).newPage();
        AdminDoor.open(page, stage.sonnerie().address(), place);
        return page;
    }

    /** In any language: at the first page. */
    private static Page signedIn(Stage stage, String locale) {
        return signedIn(stage, locale, "admin");
    }

    private static Page signedIn(Stage stage, String locale, String userName) {
        Page page = stage.opened(stage.browsers().fresh(NOBODY, locale)).newPage();
        page.navigate(stage.sonnerie().address() + "/login");
        page.locator("#username").fill(userName);
        page.locator("#password").fill("sonnerie-demo");
        page.locator("form[action='/login'] button").click();
        page.locator("nav").waitFor();
        return page;
    }

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Walks with the tabulator until something has the focus. */
    private static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < 200; i++) {
            if ((Boolean) wanted.evaluate("one => one === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the tabulator does not come to " + wanted);
    }

    private static void fill(Page page, String label, String text) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
        tabTo(page, field);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    @Test
    void aGroupMadeByKeyboardAloneRingsAtTheNextCallAndIsTakenBack(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        Page page = open(stage, "Ring groups");
        tabTo(page, named(page, AriaRole.LINK, "Add"));
        page.keyboard().press("Enter");
        fill(page, "Name", "Bakers");
        fill(page, "Extension", "222");
        fill(page, "Members 1", "Alice (101)");
        tabTo(page, named(page, AriaRole.BUTTON, "Save"));
        page.keyboard().press("Enter");
        page.getByText("Bakers is saved.").waitFor();

        bob.calls("222");
        alice.awaitRinging();
        alice.answers();
        stage.listen(bob).untilOnly("alice");
        bob.press("Hang up");
        alice.awaitState("Ended");

        tabTo(page, named(page, AriaRole.BUTTON, "Undo"));
        page.keyboard().press("Enter");
        page.getByText("The change is taken back.").waitFor();
        assertThat(admin.plan()).isEqualTo(before);
    }

    @Test
    void aKeyOfTheMenuIsChangedInTheTreeByKeyboardAndPublished(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        Page page = open(stage, "Call flows");
        Locator number = page.locator("[role=treeitem]").first();
        tabTo(page, number);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("[role=treeitem][aria-level='3']").first().isVisible()).isFalse();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[role=treeitem][aria-level='3']").first().isVisible()).isTrue();
        page.keyboard().press("Enter");
        fill(page, "Key 5", "102");
        tabTo(page, named(page, AriaRole.BUTTON, "Save"));
        page.keyboard().press("Enter");
        page.getByText("Bob, extension 102").first().waitFor();

        tabTo(page, named(page, AriaRole.BUTTON, "Publish"));
        page.keyboard().press("Enter");
        page.getByText("Published. It counts from the next call on.").waitFor();

        SoftCall call =
                stage.carrier().call(MAIN_NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly(GREETING);
        call.line().press("5");
        bob.answers();
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        bob.awaitState("Ended");
    }

    @Test
    void aNumberIsLedElsewhereByKeyboardAlone(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        Page page = open(stage, "Numbers");
        tabTo(page, named(page, AriaRole.LINK, "+15550100101"));
        page.keyboard().press("Enter");
        fill(page, "Leads to", "102");
        page.keyboard().press("Enter");
        page.getByText("+15550100101 is saved.").waitFor();

        SoftCall call =
                stage.carrier()
                        .call("+15550100101", stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
        bob.answers();
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        bob.awaitState("Ended");
    }

    @Test
    void eachPageInBothLanguages(Stage stage) {
        List<String> faults = new ArrayList<>();
        for (String locale : List.of("en-GB", "fr-FR")) {
            Page page = signedIn(stage, locale);
            for (String path :
                    List.of(
                            "start",
                            "people",
                            "people/add",
                            "people/alice",
                            "people/import",
                            "departments",
                            "company",
                            "caller-lists",
                            "caller-lists/add",
                            "caller-rules",
                            "prompts",
                            "hold-music",
                            "history",
                            "recordings",
                            "recordings/grants",
                            "health",
                            "limits",
                            "reports",
                            "audit-log",
                            "privacy",
                            "logo",
                            "single-sign-on",
                            "tokens",
                            "webhooks",
                            "numbers",
                            "numbers/add",
                            "ring-groups",
                            "ring-groups/sales",
                            "queues/support",
                            "conference-rooms/meeting",
                            "trunks",
                            "trunks/loopback",
                            "call-flows",
                            "call-flows/menus/main",
                            "call-flows/hours/add",
                            "call-flows/routes/add",
                            "call-flows/announcements/add")) {
                faults.addAll(looks(stage, page, "admin/" + path, locale));
            }
            faults.addAll(looks(stage, page, "account/recordings", locale));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void eachPageOfTheProviderInBothLanguages(Stage stage) {
        List<String> faults = new ArrayList<>();
        for (String locale : List.of("en-GB", "fr-FR")) {
            Page page = signedIn(stage, locale, "provider");
            for (String path :
                    List.of(
                            "provider",
                            "provider/companies/add",
                            "provider/health",
                            "provider/backups",
                            "provider/keys",
                            "provider/certificates",
                            "provider/prices",
                            "provider/tokens",
                            "provider/companies/boulangerie-martin",
                            "provider/companies/boulangerie-martin/address")) {
                faults.addAll(looks(stage, page, path, locale));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> looks(Stage stage, Page page, String path, String locale) {
        page.navigate(stage.sonnerie().address() + "/" + path);
        Looks looks = new Looks(page);
        looks.asServed(path.replace('/', '-') + "-" + locale.substring(0, 2));
        return looks.faults();
    }

    @Test
    void whatIsWrongStandsBesideItsField(Stage stage) {
        Page page = signedIn(stage, "fr-FR");
        page.navigate(stage.sonnerie().address() + "/admin/queues/support");
        page.locator("#field-ringSeconds").fill("0");
        page.locator("#field-extension").fill("101");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer")).click();
        page.getByRole(AriaRole.ALERT).waitFor();

        assertThat(page.locator("#field-ringSeconds").getAttribute("aria-describedby"))
                .contains("problem-ringSeconds");
        assertThat(page.locator("#problem-ringSeconds").textContent())
                .isEqualTo("Un nombre entier de 1 à 300.");
        Looks looks = new Looks(page);
        looks.asServed("admin-refused-fr");
        assertThat(looks.faults()).isEmpty();
        assertThat(admin.plan()).isEqualTo(before);
    }
}
