package org.sonnerie.e2e.chromium;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import org.sonnerie.e2e.product.Await;

/** One tab, which the browser may put to sleep as it does with tabs in the background. */
public final class SleepyTab {
    private final SleepyChromium browser;
    private final String session;

    SleepyTab(SleepyChromium browser, String session, String script) {
        this.browser = browser;
        this.session = session;
        ask("Page.enable", Map.of());
        ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /**
     * Signs in, with the password of the demo company.
     *
     * @param person the user name
     * @param address of the product
     */
    public void signIn(String person, String address) {
        comesIn(person, address);
        awaitPhone();
    }

    /**
     * The same, where nobody knows whether the phone can ring.
     *
     * @param person the user name
     * @param address the product's
     */
    public void comesIn(String person, String address) {
        opens(address + "/login");
        await("document.querySelector('[name=password]') !== null");
        value("localStorage.setItem('sonnerie.rawAudio', '1')");
        value("document.querySelector('[name=username]').value = " + new JsonPrimitive(person));
        value("document.querySelector('[name=password]').value = 'sonnerie-demo'");
        value("document.querySelector('form button').click()");
        await("location.pathname === '/phone'");
    }

    /**
     * Opens an address.
     *
     * @param address whole
     */
    public void opens(String address) {
        ask("Page.navigate", Map.of("url", address));
    }

    /** Waits until the phone is there and can ring. */
    public void awaitPhone() {
        await("location.pathname === '/phone'");
        awaitText("Available");
    }

    /**
     * Waits until the page says something.
     *
     * @param text part of what can be seen
     */
    public void awaitText(String text) {
        await("document.body?.innerText.includes(" + new JsonPrimitive(text) + ")");
    }

    /**
     * Waits until a script's value is true.
     *
     * @param script an expression
     */
    public void await(String script) {
        Await.until(script, () -> value(script).equals(new JsonPrimitive(true)));
    }

    /**
     * Presses a button, once it can be.
     *
     * @param name its accessible name
     */
    public void press(String name) {
        String button =
                "[...document.querySelectorAll('button')].find((one) => !one.disabled &&"
                        + " (one.getAttribute('aria-label') ?? one.textContent.trim()) === "
                        + new JsonPrimitive(name)
                        + ")";
        await("(() => { const one = " + button + "; one?.click(); return one !== undefined; })()");
    }

    /**
     * Types a number and calls it.
     *
     * @param number as it is dialled
     */
    public void calls(String number) {
        await("document.querySelector('#number') !== null");
        value("document.querySelector('#number').focus()");
        ask("Input.insertText", Map.of("text", number));
        press("Call");
    }

    /** Stops all its scripts and timers, as Chromium does with tabs in the background. */
    public void freeze() {
        ask("Page.setWebLifecycleState", Map.of("state", "frozen"));
    }

    /** The person looks at it again. */
    public void wake() {
        ask("Page.setWebLifecycleState", Map.of("state", "active"));
    }

    private JsonElement value(String script) {
        JsonObject result =
                ask("Runtime.evaluate", Map.of("expression", script, "userGesture", true))
                        .getAsJsonObject("result");
        return result.has("value") ? result.get("value") : new JsonPrimitive("undefined");
    }

    private JsonObject ask(String method, Map<String, ?> parameters) {
        return browser.result(Map.of("method", method, "params", parameters, "sessionId", session));
    }
}
