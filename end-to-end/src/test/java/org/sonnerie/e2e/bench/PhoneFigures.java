package org.sonnerie.e2e.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sonnerie.e2e.browser.Browsers;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.sound.Voice;

/** How quick the browser phone is, by the clocks of its pages; times in milliseconds. */
final class PhoneFigures {
    private static final int CALLS = 20;
    private static final int RELOADS = 15;
    private static final int LOADS = 5;

    /** Of a slow line: 1.6 Mbit/s, and there and back as a mobile network needs it. */
    private static final int SLOW_BYTES_A_SECOND = 200_000;

    private static final int SLOW_ROUND_TRIP_MILLIS = 60;
    private static final String PAINTED =
            "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime";
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Voice ALICE = new Voice("alice", 1).steady();
    private static final Voice BOB = new Voice("bob", 2).steady();

    private PhoneFigures() {}

    /** From the click on Call to the moment the other page shows that it rings. */
    static List<Double> clickToRing(String address) {
        List<Double> millis = new ArrayList<>();
        try (Browsers browsers = Browsers.open();
                PhonePage alice = PhonePage.signIn("alice", address, browsers.fresh(ALICE));
                PhonePage bob = PhonePage.signIn("bob", address, browsers.fresh(BOB))) {
            for (int i = 0; i < CALLS; i++) {
                alice.watch().forClick();
                bob.watch().forRinging();
                alice.calls("102");
                Instant rang = bob.watch().rangAt();
                millis.add(between(alice.watch().clickedAt(), rang));
                alice.press("Hang up");
                bob.awaitState("Ended");
                alice.awaitNoCall();
                bob.awaitNoCall();
            }
        }
        return millis;
    }

    /** From the beginning of a page's load in mid-call until it sounds again. */
    static List<Double> reloadToSpeech(String address) {
        List<Double> millis = new ArrayList<>();
        try (Browsers browsers = Browsers.open();
                PhonePage alice = PhonePage.signIn("alice", address, browsers.fresh(ALICE));
                PhonePage bob = PhonePage.signIn("bob", address, browsers.fresh(BOB))) {
            alice.calls("102");
            bob.answers();
            alice.awaitState("In call");
            alice.watch().firstSoundAt();
            for (int i = 0; i < RELOADS; i++) {
                alice.reload();
                Instant sounded = alice.watch().firstSoundAt();
                millis.add(between(alice.watch().loadedAt(), sounded));
            }
        }
        return millis;
    }

    /**
     * Until something is seen of the phone over a slow line, nothing of it being on the computer.
     */
    static List<Double> firstPaint(String address) {
        List<Double> millis = new ArrayList<>();
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.fresh(ALICE);
                PhonePage alice = PhonePage.signIn("alice", address, context)) {
            Page page = alice.page();
            CDPSession session = context.newCDPSession(page);
            session.send("Network.enable");
            JsonObject off = new JsonObject();
            off.addProperty("cacheDisabled", true);
            session.send("Network.setCacheDisabled", off);
            session.send("Network.emulateNetworkConditions", slow());
            for (int i = 0; i < LOADS; i++) {
                page.navigate(address + "/phone");
                page.waitForFunction(PAINTED);
                millis.add(((Number) page.evaluate(PAINTED)).doubleValue());
            }
        }
        return millis;
    }

    private static JsonObject slow() {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", SLOW_ROUND_TRIP_MILLIS);
        line.addProperty("downloadThroughput", SLOW_BYTES_A_SECOND);
        line.addProperty("uploadThroughput", SLOW_BYTES_A_SECOND);
        return line;
    }

    /** Which share of one core a page takes that waits for calls, in per cent. */
    static double idlePercent(String address) {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.fresh(ALICE);
                PhonePage alice = PhonePage.signIn("alice", address, context)) {
            CDPSession session = context.newCDPSession(alice.page());
            session.send("Performance.enable");
            double before = busySeconds(session);
            LockSupport.parkNanos(IDLE.toNanos());
            return 100 * (busySeconds(session) - before) / IDLE.toSeconds();
        }
    }

    private static double busySeconds(CDPSession session) {
        for (JsonElement metric :
                session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject one = metric.getAsJsonObject();
            if (one.get("name").getAsString().equals("TaskDuration")) {
                return one.get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("the browser counts no tasks");
    }

    private static double between(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
