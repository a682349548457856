package org.sonnerie.pbx.recording;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Lets the keeper of recordings do its work while the server runs. */
class RecordingSweeper implements SmartLifecycle {
    private final RecordingKeeper keeper;
    private final Duration settling;
    private final Duration forgetting;
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private volatile boolean running;

    /**
     * One that does nothing yet.
     *
     * @param keeper whose work
     * @param settling how often the database is brought up to date
     * @param forgetting how often what is old is taken away
     */
    RecordingSweeper(RecordingKeeper keeper, Duration settling, Duration forgetting) {
        this.keeper = keeper;
        this.settling = settling;
        this.forgetting = forgetting;
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("recording-");
    }

    @Override
    public void start() {
        keeper.takeUp();
        var _ = scheduler.scheduleWithFixedDelay(keeper::settle, settling);
        var _ = scheduler.scheduleWithFixedDelay(keeper::forget, forgetting);
        running = true;
    }

    /** What ended with the calls is still settled; what is not is so at the next start. */
    @Override
    public void stop() {
        scheduler.close();
        keeper.settle();
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
