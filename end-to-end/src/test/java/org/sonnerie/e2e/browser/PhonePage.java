package org.sonnerie.e2e.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's phone in the browser, used by role and accessible name as a person does. */
public final class PhonePage implements AutoCloseable {
    private static final double RINGS_WITHIN_MILLIS = 30_000;
    private static final String PASSWORD = "sonnerie-demo";
    private static final String CHOSEN = "a-password-of-his-own";
    private static final int HANG_UPS = 5;
    private static final double HANG_UP_MILLIS = 1000;
    private static final Pattern KEY = Pattern.compile("[*#\\d]");

    private final String person;
    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final PageEar ear;
    private final PageWatch watch;
    private final List<String> troubles = new ArrayList<>();
    private final Map<String, JsonObject> calls = new LinkedHashMap<>();
    private boolean reachable;
    private boolean abandoned;

    private PhonePage(String person, String address, BrowserContext context) {
        this.person = person;
        this.address = address;
        this.context = context;
        page = context.newPage();
        ear = new PageEar(person + "'s page", page);
        watch = new PageWatch(page);
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add(message.text());
            }
        });
        page.onWebSocket(socket -> socket.onFrameReceived(this::received));
    }

    /**
     * Signs in and waits until the phone can ring.
     *
     * @param person a user name of the demo company
     * @param address of the product
     * @param context of {@link Browsers}; closed with this
     * @return the phone
     */
    public static PhonePage signIn(String person, String address, BrowserContext context) {
        PhonePage phone = new PhonePage(person, address, context);
        phone.page.navigate(address + "/login");
        phone.signIn(PASSWORD);
        return phone;
    }

    /**
     * Follows the link of an invitation, chooses a password, signs in and waits until the phone can
     * ring.
     *
     * @param person the user name
     * @param link the path of the invitation
     * @param address of the product
     * @param context of {@link Browsers}; closed with this
     * @return the phone
     */
    public static PhonePage invited(
            String person, String link, String address, BrowserContext context) {
        PhonePage phone = new PhonePage(person, address, context);
        phone.page.navigate(address + link);
        phone.page.getByLabel("Choose a password").fill(CHOSEN);
        phone.clickButton("Save and sign in");
        phone.page.waitForURL(url -> url.contains("/login"));
        phone.signIn(CHOSEN);
        return phone;
    }

    /** His phone in another tab of the same browser, once it is connected. */
    public PhonePage anotherTab() {
        PhonePage other = tabAt("/phone");
        other.awaitReachable();
        return other;
    }

    /**
     * His phone in another tab of the same browser, at an address that something else opened.
     *
     * @param path within the product
     * @return the phone, perhaps not connected yet
     */
    public PhonePage tabAt(String path) {
        PhonePage other = new PhonePage(person, address, context);
        other.page.navigate(address + path);
        return other;
    }

    private void signIn(String password) {
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password", exactly()).fill(password);
        clickButton("Sign in");
        page.waitForURL(url -> !url.contains("/login"));
        if (!page.url().contains("/phone")) {
            page.navigate(address + "/phone");
        }
        awaitReachable();
    }

    private void clickButton(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private void received(WebSocketFrame frame) {
        JsonObject message = JsonParser.parseString(frame.text()).getAsJsonObject();
        switch (message.get("type").getAsString()) {
            case "availability" -> reachable = message.get("reachable").getAsBoolean();
            case "welcome" ->
                    message.getAsJsonArray("calls").forEach(c -> seen(c.getAsJsonObject()));
            case "call" -> seen(message.getAsJsonObject("call"));
            case "reply" ->
                    Optional.ofNullable(message.getAsJsonObject("call")).ifPresent(this::seen);
            default -> {}
        }
    }

    private void seen(JsonObject call) {
        calls.put(call.get("id").getAsString(), call);
    }

    /** Waits until the server would ring this phone. */
    public void awaitReachable() {
        page.waitForCondition(() -> reachable);
    }

    /** Waits until the server would not, by this page or any other of the person's. */
    public void awaitUnreachable() {
        page.waitForCondition(() -> !reachable);
    }

    /**
     * Calls.
     *
     * @param to a number or name as typed
     */
    public void calls(String to) {
        page.getByRole(AriaRole.TEXTBOX, named("Number or name")).fill(to);
        press("Call");
    }

    /** Answers; waits for the call to ring first. */
    public void answers() {
        awaitRinging();
        press("Answer");
    }

    /**
     * Answers and waits for sound.
     *
     * @return milliseconds from the click to the first sound, by the page's clock
     */
    public double answersUntilSound() {
        watch.forClick();
        press("Answer");
        Instant sound = watch.firstSoundAt();
        return Duration.between(watch.clickedAt(), sound).toNanos() / 1e6;
    }

    /** What happens in it when. */
    public PageWatch watch() {
        return watch;
    }

    /**
     * The calls it was shown since it signed in; one that had just ended may be among them.
     *
     * @return their ids
     */
    public Set<String> shown() {
        return Set.copyOf(calls.keySet());
    }

    /** Waits until no call, not even an ended one, is on the stage. */
    public void awaitNoCall() {
        page.waitForCondition(() -> page.getByRole(AriaRole.STATUS).count() == 0);
    }

    /**
     * Presses a button by its name, waiting until it is there and can be pressed.
     *
     * @param button its accessible name
     */
    public void press(String button) {
        button(button).click();
    }

    /**
     * Presses keys of the keypad.
     *
     * @param digits of {@code 0-9 * #}
     */
    public void presses(String digits) {
        press("Keypad");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        for (String key : digits.split("(?<=.)", -1)) {
            if (KEY.matcher(key).matches()) {
                dialog.getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName(key).setExact(true))
                        .click();
            }
        }
        page.keyboard().press("Escape");
    }

    /**
     * Waits until a call's state is shown in these words.
     *
     * @param words such as {@code In call}
     */
    public void awaitState(String words) {
        Pattern alone = Pattern.compile("^\\s*" + words + "\\s*$");
        page.getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText(alone))
                .first()
                .waitFor();
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
     * Goes to a place of the phone.
     *
     * @param place the name of its link, such as {@code Devices}
     */
    public void goTo(String place) {
        page.getByRole(AriaRole.LINK, named(place)).click();
    }

    /**
     * Chooses in a list.
     *
     * @param list its accessible name
     * @param option its text
     */
    public void chooses(String list, String option) {
        page.getByLabel(list, exactly()).selectOption(new SelectOption().setLabel(option));
    }

    /**
     * Ticks a box, or takes the tick away.
     *
     * @param box words of its label
     * @param on whether it is to be ticked
     */
    public void sets(String box, boolean on) {
        page.getByLabel(box).setChecked(on);
    }

    /** Waits until the phone rings; others may be rung first, or something be said before. */
    public void awaitRinging() {
        button("Answer").waitFor(new Locator.WaitForOptions().setTimeout(RINGS_WITHIN_MILLIS));
    }

    /** Waits until it does not ring any more. */
    public void awaitQuiet() {
        button("Answer")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Reloads the page, as a person does by mistake. */
    public void reload() {
        ear.listen(Duration.ZERO);
        reachable = false;
        page.reload();
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
     * The page itself.
     *
     * @return for what is special
     */
    public Page page() {
        return page;
    }

    /**
     * The last the server said of the newest call.
     *
     * @return a call view of docs/protocol.md
     */
    public JsonObject lastCall() {
        page.evaluate("() => 0");
        @Nullable JsonObject last = null;
        for (JsonObject call : calls.values()) {
            last = call;
        }
        if (last == null) {
            throw new AssertionError(person + " has had no call");
        }
        return last;
    }

    /**
     * What went wrong in the page.
     *
     * @return errors of scripts and of the console
     */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name)).first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Leaves it as it is: the product it belongs to is gone. */
    public void abandon() {
        context.close();
        abandoned = true;
    }

    /** Hangs up whatever is left and closes the browser's context. */
    @Override
    public void close() {
        if (abandoned || page.isClosed()) {
            return;
        }
        for (int i = 0; i < HANG_UPS && !allOver(); i++) {
            hangUpIfThereIsOne();
        }
        context.close();
    }

    private void hangUpIfThereIsOne() {
        try {
            button("Hang up").click(new Locator.ClickOptions().setTimeout(HANG_UP_MILLIS));
        } catch (TimeoutError e) {
            // It ended meanwhile.
        }
    }

    /** Whether every call is over and its tone too. */
    private boolean allOver() {
        page.evaluate("() => 0");
        return calls.values().stream().allMatch(PhonePage::isOver);
    }

    private static boolean isOver(JsonObject call) {
        return call.get("state").getAsString().equals("ended")
                && !call.get("media").getAsString().equals("here");
    }

    @Override
    public String toString() {
        return person + " at " + address + ", calls " + calls.values() + ", troubles " + troubles;
    }
}
