package org.sonnerie.pbx.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Rounds;
import org.sonnerie.pbx.events.EventWritten;
import org.sonnerie.pbx.events.EventsThere;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;

/**
 * Delivers what lies in the outbox, several at once, but so that neither a slow webhook nor a
 * company with much to tell keeps the others waiting. Whoever is told twice, because a process
 * ended in between, is told so by the same id.
 */
class Courier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Longer than one try can take. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration OLD = Duration.ofHours(1);
    private static final int GONE = 410;

    private final Webhooks webhooks;
    private final WebhookRows rows;
    private final DeliveryRows outbox;
    private final Executor executor;
    private final InstantSource clock;
    private final Load load = new Load();
    private final Rounds rounds;
    private Instant forgotten = Instant.EPOCH;

    Courier(
            Webhooks webhooks,
            WebhookRows rows,
            DeliveryRows outbox,
            Executor executor,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.rows = rows;
        this.outbox = outbox;
        this.executor = executor;
        this.clock = clock;
        this.rounds = new Rounds("the courier", executor, LOOK, this::round);
    }

    /** In the transaction in which the event is written: both are there or neither is. */
    @EventListener
    void written(EventWritten event) {
        outbox.add(event.event(), clock.instant());
    }

    /** They can be read now. */
    @EventListener
    void there(EventsThere news) {
        rounds.ring();
    }

    @Override
    public void start() {
        rounds.start();
    }

    private void round() {
        try {
            Instant now = clock.instant();
            if (forgotten.plus(OLD).isBefore(now)) {
                outbox.forgetAttemptsBefore(now.minus(Backoff.PATIENCE));
                forgotten = now;
            }
            List<Delivery> due = outbox.due(now, Load.MOST_OF_WEBHOOK);
            due.forEach(delivery -> begin(delivery, now));
        } catch (DataAccessException away) {
            LOG.warn("webhooks wait for the database: {}", away.getClass().getSimpleName());
        } catch (RuntimeException defect) {
            // One event that cannot be delivered must not keep the others for ever.
            LOG.error("webhooks could not be delivered", defect);
        }
    }

    private void begin(Delivery delivery, Instant now) {
        if (!load.take(delivery)) {
            return;
        }
        boolean begun = false;
        try {
            if (outbox.claim(delivery, now.plus(CLAIM))) {
                executor.execute(() -> deliverAndGive(delivery));
                begun = true;
            }
        } finally {
            if (!begun) {
                load.give(delivery);
            }
        }
    }

    private void deliverAndGive(Delivery delivery) {
        try {
            deliver(delivery);
        } catch (DataAccessException away) {
            LOG.warn("a webhook waits for the database: {}", away.getClass().getSimpleName());
        } finally {
            load.give(delivery);
            rounds.ring();
        }
    }

    private void deliver(Delivery delivery) {
        Optional<WebhookRows.Kept> kept = rows.find(delivery.company(), delivery.webhook());
        if (kept.isEmpty() || kept.get().webhook().health().disabledAt().isPresent()) {
            outbox.over(delivery);
            return;
        }
        Attempt attempt =
                webhooks.send(kept.get(), delivery.event(), delivery.type(), delivery.body());
        Webhook webhook = kept.get().webhook();
        if (attempt.answer().outcome() == Attempt.Outcome.DELIVERED) {
            outbox.over(delivery);
            rows.delivered(webhook);
        } else {
            failed(delivery, webhook, attempt.answer().status());
        }
    }

    private void failed(Delivery delivery, Webhook webhook, OptionalInt status) {
        Instant now = clock.instant();
        rows.failed(webhook, now);
        boolean hopeless =
                webhook.health()
                        .failingSince()
                        .filter(since -> since.plus(Backoff.PATIENCE).isBefore(now))
                        .isPresent();
        if (hopeless || status.equals(OptionalInt.of(GONE))) {
            Webhook.Disabled why = hopeless ? Webhook.Disabled.FAILING : Webhook.Disabled.GONE;
            rows.disable(webhook, why, now);
            LOG.warn("webhook={} is disabled: {}", webhook.id(), why);
            return;
        }
        double dice = ThreadLocalRandom.current().nextDouble();
        Backoff.next(delivery.created(), delivery.attempts() + 1, now, dice)
                .ifPresentOrElse(
                        due -> outbox.again(delivery, due),
                        () -> {
                            outbox.over(delivery);
                            LOG.warn(
                                    "webhook={} event={} is given up",
                                    webhook.id(),
                                    delivery.event());
                        });
    }

    @Override
    public void stop() {
        if (!rounds.stop()) {
            LOG.warn("webhooks were stopped in the middle of a round");
        }
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    /** After the calls have begun, and before them when all is taken down. */
    @Override
    public int getPhase() {
        return 0;
    }
}
