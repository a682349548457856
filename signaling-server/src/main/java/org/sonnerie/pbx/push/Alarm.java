package org.sonnerie.pbx.push;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.config.RandomText;

/** Browsers of one person are being told of one call. Thread safe. */
final class Alarm {
    private final String wake = RandomText.secret();
    private final CompletableFuture<Boolean> shown = new CompletableFuture<>();
    private final Set<Subscription> told = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open;
    private final CallView call;
    private volatile boolean over;

    Alarm(CallView call, int browsers) {
        this.call = call;
        this.open = new AtomicInteger(browsers);
    }

    CallView call() {
        return call;
    }

    /** By which a worker that was told answers; nobody else knows it. */
    String wake() {
        return wake;
    }

    CompletableFuture<Boolean> shown() {
        return shown;
    }

    /** Its push service has the message. */
    void told(Subscription browser) {
        told.add(browser);
    }

    Set<Subscription> told() {
        return told;
    }

    /** One browser will not be told: when none is left, nobody need wait. */
    void lost() {
        if (open.decrementAndGet() == 0) {
            shown.complete(false);
        }
    }

    boolean over() {
        return over;
    }

    /** It rings no more. */
    void end() {
        over = true;
        shown.complete(false);
    }
}
