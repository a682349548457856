package org.sonnerie.pbx.voicemail;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Goes round with the mails: when he is called, and every few seconds for those tried before. */
final class Postman implements SmartLifecycle {
    private static final long ROUND_MILLIS = 5_000;
    private static final long FOR_STOPPING_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Delivery delivery;
    private final Executor executor;
    private final boolean wanted;
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    /**
     * Waits for {@link #start}.
     *
     * @param delivery what he does
     * @param executor runs what may block
     * @param wanted false: no mail is sent
     */
    Postman(Delivery delivery, Executor executor, boolean wanted) {
        this.delivery = delivery;
        this.executor = executor;
        this.wanted = wanted;
    }

    /** Something may be due. Returns at once. */
    void call() {
        bell.release();
    }

    @Override
    public void start() {
        if (wanted) {
            running = true;
            executor.execute(this::run);
        }
    }

    private void run() {
        try {
            while (running) {
                round();
                var _ = bell.tryAcquire(ROUND_MILLIS, TimeUnit.MILLISECONDS);
                bell.drainPermits();
            }
        } catch (InterruptedException _) {
            // Whoever runs this takes it down; what is due stands in the database.
        } finally {
            stopped.countDown();
        }
    }

    private void round() {
        try {
            while (running && delivery.round() > 0) {
                bell.drainPermits();
            }
        } catch (DataAccessException away) {
            LOG.warn("mails cannot be read: {}", away.getClass().getSimpleName());
        } catch (RuntimeException defect) {
            // One mail that cannot be made must not keep the others for ever.
            LOG.error("mails could not be sent", defect);
        }
    }

    @Override
    public void stop() {
        boolean was = running;
        running = false;
        bell.release();
        try {
            if (was && !stopped.await(FOR_STOPPING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a mail is being sent while all is taken down; it may come twice");
            }
        } catch (InterruptedException _) {
            LOG.warn("the postman was stopped on his way");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the mailboxes, and before them when all is taken down. */
    @Override
    public int getPhase() {
        return 0;
    }
}
