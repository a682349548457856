package org.sonnerie.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** Somebody without an account who opens a guest link, used by role and accessible name. */
public final class GuestTab implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final PageEar ear;
    private final PageWatch watch;
    private final List<String> troubles = new ArrayList<>();

    /**
     * A tab with nothing in it.
     *
     * @param context of {@link Browsers}; closed with this
     */
    public GuestTab(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        ear = new PageEar("the guest's page", page);
        watch = new PageWatch(page);
        page.onPageError(troubles::add);
    }

    /**
     * Which way its sound goes.
     *
     * @return its watch
     */
    public PageWatch watch() {
        return watch;
    }

    /**
     * Opens a link.
     *
     * @param link whole
     * @return the status of the answer
     */
    public int opens(String link) {
        Response answer = page.navigate(link);
        return answer == null ? 0 : answer.status();
    }

    /**
     * Gives his name and joins.
     *
     * @param name his
     */
    public void joins(String name) {
        page.getByLabel("Your name").fill(name);
        presses("Join");
    }

    /**
     * Presses a button.
     *
     * @param button its accessible name
     */
    public void presses(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /**
     * Waits until some words stand on the page.
     *
     * @param words part of a text
     */
    public void awaitText(String words) {
        page.getByText(words).first().waitFor();
    }

    /**
     * What it makes audible.
     *
     * @return its ear
     */
    public PageEar ear() {
        return ear;
    }

    /**
     * For whatever has no word here.
     *
     * @return the page
     */
    public Page page() {
        return page;
    }

    @Override
    public void close() {
        context.close();
    }

    @Override
    public String toString() {
        return "guest, troubles " + troubles;
    }
}
