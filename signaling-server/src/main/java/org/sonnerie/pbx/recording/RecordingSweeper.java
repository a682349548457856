package org.sonnerie.pbx.recording;

import java.time.Duration;
import org.sonnerie.pbx.config.RegularWork;
import org.springframework.context.SmartLifecycle;

/** Lets the keeper of recordings do its work while the server runs. */
class RecordingSweeper implements SmartLifecycle {
    private final RecordingKeeper keeper;
    private final Duration settling;
    private final Duration forgetting;
    private final RegularWork work = new RegularWork("recording-");
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
    }

    @Override
    public void start() {
        keeper.takeUp();
        work.every(settling, keeper::settle);
        work.every(forgetting, keeper::forget);
        running = true;
    }

    /** What ended with the calls is still settled; what is not is so at the next start. */
    @Override
    public void stop() {
        work.close();
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
