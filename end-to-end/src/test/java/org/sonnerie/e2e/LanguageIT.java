package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.NOBODY;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;

/** Pages speak their reader's language. */
@ExtendWith(Stage.Extension.class)
class LanguageIT {
    @Test
    void alicePhonesInFrenchAndGoesBackToEnglish(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        Page page = alice.page();
        Page inTheOtherTab = page.context().newPage();
        inTheOtherTab.navigate(stage.sonnerie().address() + "/phone");
        link(page, "Settings").click();
        page.getByLabel("Français").check();
        speaks(page, "fr", "Numéro ou nom");
        speaks(inTheOtherTab, "fr", "Numéro ou nom");
        inTheOtherTab.close();
        link(page, "Appels").click();

        page.getByRole(AriaRole.TEXTBOX, named("Numéro ou nom")).fill("102");
        alice.press("Appeler");
        bob.answers();
        alice.awaitState("En communication");
        stage.listen(bob).untilOnly("alice");
        alice.press("Mettre en attente");
        alice.awaitState("En attente");
        alice.press("Reprendre");
        alice.awaitState("En communication");
        alice.press("Raccrocher");
        alice.awaitState("Terminé");
        alice.awaitNoCall();

        page.reload();
        speaks(page, "fr", "Numéro ou nom");
        Locator newest = newestOf(page, "Appels précédents");
        that(newest).containsText("Conversation de ");
        newest.getByLabel("Récit de l’appel avec Bob").click();
        that(newest).containsText("Bob a répondu au bout de ");

        link(page, "Réglages").click();
        page.getByLabel("English").check();
        speaks(page, "en", "Number or name");
        link(page, "Calls").click();
        that(newestOf(page, "Earlier")).containsText("Talked for ");
        that(newestOf(page, "Earlier")).containsText("Bob answered after ");
        assertThat(alice.troubles()).isEmpty();
    }

    @Test
    void aFrenchBrowserIsSpokenToInFrenchOnEveryPage(Stage stage) {
        Page phone = signedInByFrenchBrowser(stage, "carol");
        phone.navigate(stage.sonnerie().address() + "/phone");
        speaks(phone, "fr", "Numéro ou nom");

        Page admin = signedInByFrenchBrowser(stage, "admin");
        admin.navigate(stage.sonnerie().address() + "/admin/prompts");
        that(admin.getByRole(AriaRole.BUTTON, named("Ajouter l’annonce"))).isVisible();
        admin.navigate(stage.sonnerie().address() + "/admin/call-flows");
        that(admin.getByRole(AriaRole.BUTTON, named("Appeler ce brouillon"))).isVisible();
    }

    private static Page signedInByFrenchBrowser(Stage stage, String person) {
        BrowserContext context = stage.opened(stage.browsers().fresh(NOBODY, "fr-FR"));
        Page page = context.newPage();
        page.navigate(stage.sonnerie().address() + "/login");
        page.getByLabel("Identifiant").fill(person);
        page.getByLabel("Mot de passe").fill("sonnerie-demo");
        page.getByRole(AriaRole.BUTTON, named("Se connecter")).click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private static void speaks(Page page, String language, String finder) {
        that(page.locator("html")).hasAttribute("lang", language);
        that(page.getByRole(AriaRole.TEXTBOX, named(finder))).isVisible();
    }

    /** The call on top of a list; the others' stories may be open too. */
    private static Locator newestOf(Page page, String list) {
        return page.getByRole(AriaRole.LIST, named(list)).locator(":scope > li").first();
    }

    private static LocatorAssertions that(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
