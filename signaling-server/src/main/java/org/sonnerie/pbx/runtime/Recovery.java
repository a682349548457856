package org.sonnerie.pbx.runtime;

import org.springframework.context.SmartLifecycle;

/** Takes up, before the first page can connect, the calls that a killed process left. */
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
