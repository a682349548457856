package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;

/** Alice sets on her page where her calls go. */
@ExtendWith(Stage.Extension.class)
class OwnRulesIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final String ABROAD = "+442079460001";

    @Test
    void allCallsGoToBobButThoseOfSomebodyImportant(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCarrier carrier = stage.carrier();
        Page page = alice.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Settings")).click();
        page.getByLabel("All calls", exactly()).selectOption("Another extension or number");
        page.getByLabel("All calls: Extension or number").fill("102");
        button(page, "Add a rule").click();
        page.getByLabel("Name, such as Lunch").fill("Important");
        page.getByLabel("Who calls").selectOption("Certain numbers");
        page.getByLabel("Numbers, with commas between").fill(ABROAD);
        button(page, "Save").click();
        alice.awaitText("Saved. It counts for the next call.");

        SoftCall anybody = carrier.call(ALICES_NUMBER, sipPort(stage), Terms.of(OUTSIDE));
        bob.answers();
        anybody.awaitAnswered();
        stage.listen(bob).untilOnly("outside");
        stage.listen(anybody.line()).untilOnly("bob");
        alice.awaitQuiet();
        anybody.hangUp();
        bob.awaitNoCall();

        SoftCall important =
                carrier.call(ALICES_NUMBER, sipPort(stage), Terms.of(OUTSIDE).calledBy(ABROAD));
        alice.answers();
        important.awaitAnswered();
        stage.listen(alice).untilOnly("outside");
        stage.listen(important.line()).untilOnly("alice");
        bob.awaitQuiet();
        important.hangUp();

        button(page, "As my company says").click();
        alice.awaitText("From now on what your company has set counts.");
        SoftCall again = carrier.call(ALICES_NUMBER, sipPort(stage), Terms.of(OUTSIDE));
        alice.awaitRinging();
        again.hangUp();
        alice.awaitQuiet();
    }

    @Test
    void whatIsWrongIsSaidWhereItIsAndNothingIsSaved(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Page page = alice.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Settings")).click();
        page.getByLabel("When I do not answer").selectOption("Another extension or number");
        page.getByLabel("When I do not answer: Extension or number").fill("101");
        button(page, "Save").click();
        alice.awaitText("This is your own extension.");
        alice.awaitText("Nothing was saved");
        page.reload();
        PlaywrightAssertions.assertThat(page.getByLabel("When I do not answer")).hasValue("none");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static int sipPort(Stage stage) {
        return stage.sonnerie().port("sip");
    }
}
