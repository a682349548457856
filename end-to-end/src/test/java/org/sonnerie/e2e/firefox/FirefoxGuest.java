package org.sonnerie.e2e.firefox;

import org.sonnerie.e2e.devices.OutputEar;

/** Somebody without an account who opens a guest link in Firefox. */
public final class FirefoxGuest implements AutoCloseable {
    private final Workplace workplace;
    private final Firefox.Person browser;
    private final Tab tab;

    FirefoxGuest(Workplace workplace, String link) {
        this.workplace = workplace;
        browser = workplace.firefox().person(FirefoxPhone.SCRIPT);
        tab = browser.open();
        tab.navigate(link);
    }

    /**
     * Gives his name and joins.
     *
     * @param name his
     */
    public void joins(String name) {
        tab.fill("Your name", name);
        presses("Join");
    }

    /**
     * Presses a button.
     *
     * @param button its accessible name
     */
    public void presses(String button) {
        tab.click("button", button);
    }

    /**
     * Waits until some words stand on the page.
     *
     * @param words part of a text
     */
    public void awaitText(String words) {
        tab.await(words + " on the guest's page", () -> tab.text().contains(words));
    }

    /**
     * What his computer makes audible.
     *
     * @return the ear at the speaker
     */
    public OutputEar ear() {
        return workplace.speaker();
    }

    @Override
    public void close() {
        if (workplace.firefox().alive()) {
            browser.forget();
        }
    }

    @Override
    public String toString() {
        return "guest in Firefox, troubles " + workplace.firefox().troubles();
    }
}
