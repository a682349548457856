package org.sonnerie.pbx.voicemail;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Rounds;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Goes round with the mails: when he is called, and every few seconds for those tried before. */
final class Postman implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Delivery delivery;
    private final Rounds rounds;
    private final boolean wanted;

    /**
     * Waits for {@link #start}.
     *
     * @param delivery what he does
     * @param executor runs what may block
     * @param wanted false: no mail is sent
     */
    Postman(Delivery delivery, Executor executor, boolean wanted) {
        this.delivery = delivery;
        this.rounds = new Rounds("the postman", executor, PAUSE, this::round);
        this.wanted = wanted;
    }

    /** Something may be due. Returns at once. */
    void call() {
        rounds.ring();
    }

    @Override
    public void start() {
        if (wanted) {
            rounds.start();
        }
    }

    private void round() {
        try {
            while (rounds.isRunning() && delivery.round() > 0) {
                // What came meanwhile is due too.
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
        if (!rounds.stop()) {
            LOG.warn("a mail is being sent while all is taken down; it may come twice");
        }
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    /** After the mailboxes, and before them when all is taken down. */
    @Override
    public int getPhase() {
        return 0;
    }
}
