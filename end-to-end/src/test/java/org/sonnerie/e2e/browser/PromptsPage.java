package org.sonnerie.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** The admin's page of his company's own prompts, used by role and accessible name. */
public final class PromptsPage implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;

    private PromptsPage(Page page) {
        this.context = page.context();
        this.page = page;
    }

    /**
     * The page where it is open already.
     *
     * @param page shows the prompts of a company; its context is closed with this
     * @return the page
     */
    public static PromptsPage on(Page page) {
        return new PromptsPage(page);
    }

    /**
     * Signs in to the demo company as its admin and opens the page.
     *
     * @param address of the product
     * @param context of {@link Browsers}; closed with this
     * @return the page
     */
    public static PromptsPage open(String address, BrowserContext context) {
        PromptsPage prompts = new PromptsPage(context.newPage());
        AdminDoor.open(prompts.page, address, "Prompts");
        return prompts;
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void name(String name) {
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    }

    /**
     * Keeps a sound file as a prompt, and waits until the page shows it.
     *
     * @param name of the prompt
     * @param file any that the browser can read
     */
    public void uploads(String name, Path file) {
        name(name);
        page.getByLabel("Sound file").setInputFiles(file);
        saves(name);
    }

    /**
     * Begins to record what the microphone hears.
     *
     * @param name of the prompt
     */
    public void records(String name) {
        name(name);
        button("Record").click();
        PlaywrightAssertions.assertThat(page.getByText("Recording: speak now")).isVisible();
    }

    /**
     * Ends the recording and keeps it.
     *
     * @param name of the prompt
     */
    public void stopsAndSaves(String name) {
        button("Stop recording").click();
        PlaywrightAssertions.assertThat(page.getByLabel("The new prompt")).isVisible();
        saves(name);
    }

    private void saves(String name) {
        page.waitForResponse(
                response -> response.url().endsWith("/api/v1/prompts/" + name) && response.ok(),
                button("Save prompt")::click);
        PlaywrightAssertions.assertThat(page.getByLabel("Prompt " + name)).isVisible();
    }

    /**
     * Deletes a prompt.
     *
     * @param name which
     */
    public void deletes(String name) {
        button("Delete " + name).click();
        PlaywrightAssertions.assertThat(page.getByLabel("Prompt " + name)).hasCount(0);
    }

    @Override
    public void close() {
        context.close();
    }
}
