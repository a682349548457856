package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.product.Sonnerie;

/** A provider makes a company, limits it and suspends it. */
@ExtendWith(Stage.Extension.class)
class ProviderIT {
    private static final String PASSWORD = "four-plain-words-here";

    private static Page open(Stage stage) {
        return stage.opened(stage.browsers().fresh(Cast.NOBODY, "en-GB")).newPage();
    }

    private static void signIn(Page page, Sonnerie at, String userName, String password) {
        page.navigate(at.address() + "/login");
        page.locator("#username").fill(userName);
        page.locator("#password").fill(password);
        page.locator("form[action='/login'] button").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void looks(Page page, String state) {
        Looks looks = new Looks(page);
        looks.asServed(state);
        assertThat(looks.faults()).isEmpty();
    }

    @Test
    void aCompanyIsMadeLimitedToOnePersonAndSuspended(Stage stage) {
        Sonnerie own = stage.opened(Sonnerie.start());
        Page provider = open(stage);
        signIn(provider, own, "provider", "sonnerie-demo");
        link(provider, "Boulangerie Martin").waitFor();
        looks(provider, "provider-companies");
        link(provider, "Add").click();
        provider.getByLabel("Name of the company").fill("Garage Durand");
        provider.getByLabel("Name of its first administrator").fill("Diane Durand");
        provider.getByLabel("His user name").fill("diane");
        looks(provider, "provider-company-add");
        button(provider, "Add").click();
        String welcome = provider.locator("#link").inputValue();

        provider.getByLabel("Most people").fill("1");
        // By the keyboard alone.
        provider.getByLabel("Most people").press("Enter");
        provider.getByText("Saved.").waitFor();
        looks(provider, "provider-company");

        Page diane = open(stage);
        diane.navigate(welcome);
        diane.locator("#password").fill(PASSWORD);
        diane.locator("form button").click();
        diane.waitForURL("**/login");
        signIn(diane, own, "diane", PASSWORD);
        link(diane, "People").click();
        link(diane, "Add").click();
        diane.getByLabel("User name").fill("emil");
        diane.locator("#field-name").fill("Emil");
        button(diane, "Save").click();
        assertThat(diane.locator("[role=alert]").first().innerText())
                .contains("as many people as it may have");
        link(diane, "Limits").click();
        diane.getByText("Full").waitFor();
        looks(diane, "provider-limits");

        button(provider, "Suspend").click();
        provider.getByText("The company is suspended.").waitFor();
        diane.reload();
        diane.waitForURL("**/login");
        signIn(diane, own, "diane", PASSWORD);
        diane.getByText("This company is suspended").waitFor();
    }
}
