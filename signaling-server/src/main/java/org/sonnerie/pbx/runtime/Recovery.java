package org.sonnerie.pbx.runtime;

import org.springframework.context.SmartLifecycle;

/**
 * Takes up, before the first page can connect, the calls that the process before left, and leaves
 * those of this one in order while carriers, relay and log still work.
 */
final class Recovery implements SmartLifecycle {
    private final LiveCalls calls;
    private final Plans plans;
    private volatile boolean running;

    Recovery(LiveCalls calls, Plans plans) {
        this.calls = calls;
        this.plans = plans;
    }

    @Override
    public void start() {
        calls.recover(plans);
        running = true;
    }

    @Override
    public void stop() {
        calls.leave();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
