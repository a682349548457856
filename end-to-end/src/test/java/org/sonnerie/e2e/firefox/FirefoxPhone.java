package org.sonnerie.e2e.firefox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.sonnerie.e2e.browser.PageWatch.AddressPair;
import org.sonnerie.e2e.devices.OutputEar;

/** A person's phone in Firefox, used by role and accessible name as a person does. */
public final class FirefoxPhone implements AutoCloseable {
    private static final String PASSWORD = "sonnerie-demo";
    private static final String BUTTON = "button";
    private static final int HANG_UPS = 5;
    static final String SCRIPT = script();

    private final String person;
    private final String address;
    private final Workplace workplace;
    private final Firefox.Person browser;
    private Tab tab;

    private FirefoxPhone(String person, String address, Workplace workplace) {
        this.person = person;
        this.address = address;
        this.workplace = workplace;
        browser = workplace.firefox().person(SCRIPT);
        tab = browser.open();
    }

    /** Signs in; whether the phone can ring is waited for by {@link #awaitReachable()}. */
    static FirefoxPhone signIn(String person, String address, Workplace workplace) {
        FirefoxPhone phone = new FirefoxPhone(person, address, workplace);
        phone.tab.navigate(address + "/login");
        phone.tab.fill("User name", person);
        phone.tab.fill("Password", PASSWORD);
        phone.tab.click(BUTTON, "Sign in");
        phone.tab.await("signed in", () -> phone.tab.url().contains("/phone"));
        return phone;
    }

    /** Waits until the server would ring this phone. */
    public void awaitReachable() {
        tab.await("reachable", this::reachable);
    }

    /**
     * Whether the server would ring this phone.
     *
     * @return what it said last
     */
    public boolean reachable() {
        return tab.evaluate("window.watchOfTheTest.reachable").getAsBoolean();
    }

    /**
     * Calls.
     *
     * @param to a number or name as typed
     */
    public void calls(String to) {
        tab.fill("Number or name", to);
        press("Call");
    }

    /** Answers; waits for the call to ring first. */
    public void answers() {
        press("Answer");
    }

    /** Waits until the phone rings. */
    public void awaitRinging() {
        tab.await(BUTTON, "Answer");
    }

    /**
     * Presses a button by its name, waiting until it is there and can be pressed.
     *
     * @param button its accessible name
     */
    public void press(String button) {
        tab.click(BUTTON, button);
    }

    /**
     * Presses keys of the keypad.
     *
     * @param digits of {@code 0-9 * #}
     */
    public void presses(String digits) {
        press("Keypad");
        digits.chars().forEach(key -> press(Character.toString(key)));
        press("Close");
    }

    /**
     * Waits until a call's state is shown in these words.
     *
     * @param words such as {@code In call}
     */
    public void awaitState(String words) {
        tab.await(person + "'s state " + words, () -> tab.texts("status").contains(words));
    }

    /**
     * Waits until some words stand on the page.
     *
     * @param words part of a text
     */
    public void awaitText(String words) {
        tab.await(words + " on " + person + "'s page", () -> tab.text().contains(words));
    }

    /**
     * Goes to a place of the phone.
     *
     * @param place the name of its link, such as {@code Devices}
     */
    public void goTo(String place) {
        tab.click("link", place);
    }

    /**
     * Chooses in a list.
     *
     * @param list its accessible name
     * @param option its text
     */
    public void chooses(String list, String option) {
        tab.choose(list, option);
    }

    /** Reloads the page, as a person does by mistake. */
    public void reload() {
        tab.reload();
    }

    /** Closes the tab in the middle of whatever it does. */
    public void closeTab() {
        tab.close();
    }

    /** Opens the phone in a new tab. */
    public void openAgain() {
        tab = browser.open();
        tab.navigate(address + "/phone");
    }

    /**
     * The last the server said of a call.
     *
     * @return a call view of docs/protocol.md
     */
    public JsonObject lastCall() {
        String call = "JSON.stringify(window.watchOfTheTest.call)";
        return JsonParser.parseString(tab.evaluate(call).getAsString()).getAsJsonObject();
    }

    /**
     * Between which addresses its newest connection sends.
     *
     * @return the pair of candidates in use
     */
    public AddressPair selectedPair() {
        String read = tab.evaluate("window.watchOfTheTest.selectedPair()").getAsString();
        JsonObject pair = JsonParser.parseString(read).getAsJsonObject();
        return new AddressPair(
                pair.get("local").getAsString(),
                pair.get("remote").getAsString(),
                pair.get("protocol").getAsString());
    }

    /**
     * What its computer makes audible.
     *
     * @return the ear at the speaker
     */
    public OutputEar ear() {
        return workplace.speaker();
    }

    /** Hangs up whatever is left and forgets the person. */
    @Override
    public void close() {
        if (!workplace.firefox().alive()) {
            return;
        }
        try {
            for (int i = 0; i < HANG_UPS && tab.has(BUTTON, "Hang up"); i++) {
                press("Hang up");
            }
        } finally {
            browser.forget();
        }
    }

    private static String script() {
        try (InputStream in = FirefoxPhone.class.getResourceAsStream("watch.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        Firefox firefox = workplace.firefox();
        String page = firefox.alive() ? tab.text() : "nothing any more";
        return person + " in Firefox, troubles " + firefox.troubles() + ", the page says:\n" + page;
    }
}
