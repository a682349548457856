package org.sonnerie.e2e.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicReference;
import org.sonnerie.e2e.product.Await;

/** The phone's service worker in a browser, and the notifications it shows. */
public final class PhoneWorker {
    private static final String SHOWN =
            "self.registration.getNotifications().then((all) => all.map((n) =>"
                    + " [n.title, ...n.actions.map((a) => a.title)].join('|')).join())";

    /**
     * Counts what it has shown. Whoever asks a browser for its notifications while it is about to
     * show one makes it forget that one: it is in the list already, not on the screen yet.
     */
    private static final String COUNTS =
            """
            if (self.shows === undefined) {
              const show = self.registration.showNotification.bind(self.registration);
              self.registration.showNotification = async (...what) => {
                await show(...what);
                self.shows += 1;
              };
            }
            self.shows = 0
            """;

    private final Page page;
    private final CDPSession browser;
    private final String context;
    private int seen;

    /**
     * Finds it.
     *
     * @param page any page of its browser, which has a worker by now
     */
    public PhoneWorker(Page page) {
        this.page = page;
        browser = page.context().browser().newBrowserCDPSession();
        JsonObject target = page.context().newCDPSession(page).send("Target.getTargetInfo");
        context = target.getAsJsonObject("targetInfo").get("browserContextId").getAsString();
    }

    /** From now on it is known what is shown. */
    public void follow() {
        evaluate(COUNTS);
        seen = 0;
    }

    /**
     * Waits until it has shown one more.
     *
     * @return the titles of all that are shown, each with the words on its buttons
     */
    public String awaitShown() {
        Await.until("a notification", () -> Integer.parseInt(evaluate("self.shows")) > seen);
        seen = Integer.parseInt(evaluate("self.shows"));
        return evaluate(SHOWN);
    }

    /** Waits until none is shown any more. */
    public void awaitNone() {
        Await.until("no notification any more", () -> evaluate(SHOWN).isEmpty());
    }

    /**
     * What the browser does when a button of the notification is pressed.
     *
     * @param action the button's name
     */
    public void press(String action) {
        evaluate(
                "self.registration.getNotifications().then(([n]) => { self.dispatchEvent("
                        + "new NotificationEvent('notificationclick', { notification: n, action: '"
                        + action
                        + "' })); return ''; })");
    }

    /**
     * Evaluates in the worker of this browser's context.
     *
     * @param expression a script, perhaps of a promise
     * @return its value where that is text, a number or a truth; else empty
     */
    public String evaluate(String expression) {
        String target =
                browser.send("Target.getTargets").getAsJsonArray("targetInfos").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(one -> one.get("type").getAsString().equals("service_worker"))
                        .filter(one -> one.get("browserContextId").getAsString().equals(context))
                        .map(one -> one.get("targetId").getAsString())
                        .reduce((_, last) -> last)
                        .orElseThrow();
        JsonObject attach = new JsonObject();
        attach.addProperty("targetId", target);
        attach.addProperty("flatten", false);
        String session =
                browser.send("Target.attachToTarget", attach).get("sessionId").getAsString();
        AtomicReference<String> answer = new AtomicReference<>();
        browser.on(
                "Target.receivedMessageFromTarget",
                event -> {
                    String told = event.get("message").getAsString();
                    if (event.get("sessionId").getAsString().equals(session)
                            && JsonParser.parseString(told).getAsJsonObject().has("id")) {
                        answer.set(told);
                    }
                });
        JsonObject evaluated = new JsonObject();
        evaluated.addProperty("expression", expression);
        evaluated.addProperty("awaitPromise", true);
        evaluated.addProperty("returnByValue", true);
        evaluated.addProperty("userGesture", true);
        JsonObject command = new JsonObject();
        command.addProperty("id", 1);
        command.addProperty("method", "Runtime.evaluate");
        command.add("params", evaluated);
        JsonObject message = new JsonObject();
        message.addProperty("sessionId", session);
        message.addProperty("message", command.toString());
        browser.send("Target.sendMessageToTarget", message);
        page.waitForCondition(() -> answer.get() != null);
        return value(answer.get());
    }

    private static String value(String answer) {
        JsonObject told = JsonParser.parseString(answer).getAsJsonObject();
        if (!told.has("result") || told.getAsJsonObject("result").has("exceptionDetails")) {
            throw new AssertionError(answer);
        }
        JsonElement value = told.getAsJsonObject("result").getAsJsonObject("result").get("value");
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }
}
