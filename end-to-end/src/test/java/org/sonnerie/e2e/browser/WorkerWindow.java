package org.sonnerie.e2e.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.sonnerie.e2e.product.Await;

/**
 * A page of the same browser that is no page of the phone: through it the browser delivers push
 * messages to the phone's worker and shows what that does.
 */
public final class WorkerWindow {
    /** Only a real click lets a worker open a page: here it says which one it would open. */
    private static final String REMEMBERS =
            "self.clients.openWindow = async (address) => { self.wouldOpen = address; };";

    private static final String SHOWN =
            "self.registration.getNotifications().then((all) => all.map((n) =>"
                    + " [n.title, ...n.actions.map((a) => a.title)].join('|')).join())";

    private final Page page;
    private final String origin;
    private final CDPSession browser;
    private final AtomicReference<String> registration = new AtomicReference<>("");
    private final CDPSession workers;

    /**
     * Opens one.
     *
     * @param context in which the phone's worker is installed
     * @param address of the product
     */
    public WorkerWindow(BrowserContext context, String address) {
        page = context.newPage();
        page.navigate(address + "/login");
        origin = address;
        browser = context.browser().newBrowserCDPSession();
        workers = context.newCDPSession(page);
        workers.on("ServiceWorker.workerRegistrationUpdated", this::registered);
        workers.send("ServiceWorker.enable");
    }

    private void registered(JsonObject event) {
        for (JsonElement one : event.getAsJsonArray("registrations")) {
            JsonObject known = one.getAsJsonObject();
            if (known.get("scopeURL").getAsString().startsWith(origin)) {
                registration.set(known.get("registrationId").getAsString());
            }
        }
    }

    /** What the push service would hand to the browser. */
    public void deliver(String message) {
        page.waitForCondition(() -> !registration.get().isEmpty());
        JsonObject pushed = new JsonObject();
        pushed.addProperty("origin", origin);
        pushed.addProperty("registrationId", registration.get());
        pushed.addProperty("data", message);
        workers.send("ServiceWorker.deliverPushMessage", pushed);
    }

    /** The titles of notifications, each with the words on its buttons. */
    public String shown() {
        return evaluate(SHOWN);
    }

    /** Presses a button of the notification. */
    public void press(String action) {
        evaluate(
                REMEMBERS
                        + "self.registration.getNotifications().then(([n]) => { self.dispatchEvent("
                        + "new NotificationEvent('notificationclick', { notification: n, action: '"
                        + action
                        + "' })); return ''; })");
    }

    /** Waits for the page that the worker would open. */
    public String opened() {
        return Await.untilPresent(
                "a page is opened",
                () -> Optional.of(evaluate("self.wouldOpen ?? ''")).filter(at -> !at.isEmpty()));
    }

    /** Evaluates in the newest worker: each test has one of its own. */
    private String evaluate(String expression) {
        String target =
                browser.send("Target.getTargets").getAsJsonArray("targetInfos").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(one -> one.get("type").getAsString().equals("service_worker"))
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
