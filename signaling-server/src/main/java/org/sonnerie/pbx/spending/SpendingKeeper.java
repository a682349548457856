package org.sonnerie.pbx.spending;

import java.time.Duration;
import org.sonnerie.pbx.config.RegularWork;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the database follow what is spent while the server runs. */
@Component
class SpendingKeeper implements SmartLifecycle {
    private static final Duration AFTER_CALLS = Duration.ofSeconds(1);

    /** A server that is killed has forgotten no more of a running call than this. */
    private static final Duration WHILE_CALLS_RUN = Duration.ofSeconds(20);

    private final Spending spending;
    private final RegularWork work = new RegularWork("spending-");
    private volatile boolean running;

    SpendingKeeper(Spending spending) {
        this.spending = spending;
    }

    @Override
    public void start() {
        work.every(AFTER_CALLS, spending::store);
        work.every(WHILE_CALLS_RUN, spending::storeRunning);
        running = true;
    }

    @Override
    public void stop() {
        work.close();
        spending.storeRunning();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the calls, and after them when all is taken down. */
    @Override
    public int getPhase() {
        return -1;
    }
}
