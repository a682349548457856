package org.sonnerie.pbx.push;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.config.RandomText;

/** Browsers of one person are being told of one call. Thread safe. */
final class Alarm {
    private final String wake = RandomText.secret();
    private final CompletableFuture<Boolean> shown = new CompletableFuture<>();
    private final Set<Subscription> told = new HashSet<>();
    private final AtomicInteger open;
    private final CallView call;
    private Optional<CallView> ending = Optional.empty();

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

    /**
     * Its push service has the message.
     *
     * @param browser which
     * @return how the call ended meanwhile, of which this browser is to be told at once; empty: it
     *     will be told with the others
     */
    synchronized Optional<CallView> told(Subscription browser) {
        if (ending.isEmpty()) {
            told.add(browser);
        }
        return ending;
    }

    /** One browser will not be told: when none is left, nobody need wait. */
    void lost() {
        if (open.decrementAndGet() == 0) {
            shown.complete(false);
        }
    }

    synchronized boolean over() {
        return ending.isPresent();
    }

    /**
     * It rings no more.
     *
     * @param how what became of it
     * @return whom to tell
     */
    synchronized Set<Subscription> end(CallView how) {
        ending = Optional.of(how);
        shown.complete(false);
        return Set.copyOf(told);
    }
}
