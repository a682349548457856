package org.sonnerie.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The admin's page of the draft, with its trial calls, used by role and accessible name. */
public final class DraftPage implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final PageEar ear;
    private final List<String> troubles = new ArrayList<>();

    private DraftPage(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        ear = new PageEar("the draft's page", page);
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add(message.text());
            }
        });
    }

    /**
     * Signs in to the demo company as its admin and opens the page.
     *
     * @param address of the product
     * @param context of {@link Browsers}; closed with this
     * @return the page
     */
    public static DraftPage open(String address, BrowserContext context) {
        DraftPage draft = new DraftPage(context);
        AdminDoor.open(draft.page, address, "Call flows");
        return draft;
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /**
     * What the draft would change.
     *
     * @return the text of the page
     */
    public String text() {
        return page.locator("main").innerText();
    }

    /**
     * Calls the draft.
     *
     * @param number to be called
     * @param at by the clock on the company's wall, such as 2030-01-06T10:00
     * @param rung the words of what whoever is rung does
     */
    public void calls(String number, String at, String rung) {
        page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill(number);
        page.getByLabel("Date and time").fill(at);
        page.getByLabel("Whoever is rung").selectOption(rung);
        button("Call this draft").click();
    }

    /**
     * Presses a button.
     *
     * @param name its accessible name
     */
    public void press(String name) {
        button(name).click();
    }

    /**
     * Waits for the state of the call.
     *
     * @param words its first words
     */
    public void awaitState(String words) {
        page.getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words)))
                .waitFor();
    }

    /**
     * Waits until something has happened.
     *
     * @param words of its line
     */
    public void awaitLine(String words) {
        page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .waitFor();
    }

    /**
     * What the page plays.
     *
     * @return the ear
     */
    public PageEar ear() {
        return ear;
    }

    @Override
    public void close() {
        context.close();
    }

    @Override
    public String toString() {
        return "draft's page, troubles " + troubles;
    }
}
