package org.sonnerie.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** How the admin of the demo company comes to one of his pages. */
public final class AdminDoor {
    private AdminDoor() {}

    /**
     * Signs the admin in and opens one of his pages.
     *
     * @param page in a browser of his
     * @param address of the product
     * @param place the name of a navigation link
     */
    public static void open(Page page, String address, String place) {
        page.navigate(address + "/login");
        page.getByLabel("User name").fill("admin");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill("sonnerie-demo");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(place)).click();
    }
}
