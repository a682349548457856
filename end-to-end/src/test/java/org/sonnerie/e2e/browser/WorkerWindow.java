package org.sonnerie.e2e.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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

    private final Page page;
    private final String origin;
    private final PhoneWorker worker;
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
        worker = new PhoneWorker(page);
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
        worker.follow();
        page.waitForCondition(() -> !registration.get().isEmpty());
        JsonObject pushed = new JsonObject();
        pushed.addProperty("origin", origin);
        pushed.addProperty("registrationId", registration.get());
        pushed.addProperty("data", message);
        workers.send("ServiceWorker.deliverPushMessage", pushed);
    }

    /** Waits for one more: the titles of notifications, each with the words on its buttons. */
    public String awaitShown() {
        return worker.awaitShown();
    }

    /** Presses a button of the notification. */
    public void press(String action) {
        worker.evaluate(REMEMBERS);
        worker.press(action);
    }

    /** Waits for the page that the worker would open. */
    public String opened() {
        return Await.untilPresent(
                "a page is opened",
                () ->
                        Optional.of(worker.evaluate("self.wouldOpen ?? ''"))
                                .filter(at -> !at.isEmpty()));
    }
}
