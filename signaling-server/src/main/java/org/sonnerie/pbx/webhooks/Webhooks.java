package org.sonnerie.pbx.webhooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sonnerie.pbx.config.KeepsSealed;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.OutsideAddresses;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.config.SealedColumn;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.webhooks.WebhookRefusedException.Why;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The webhooks of each company. Thread safe. */
@Component
public class Webhooks implements KeepsSealed {
    private static final String KEY_FILE = "webhook-secrets.key";
    private static final int MOST = 20;
    private static final int MOST_ATTEMPTS_SHOWN = 50;

    private final WebhookRows rows;
    private final DeliveryRows deliveries;
    private final OutsideAddresses addresses;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final Trying trying;

    /**
     * What one try needs.
     *
     * @param seal of the secrets
     * @param post sends
     * @param clock the time
     */
    record Trying(Seal seal, HookPost post, InstantSource clock) {
        static Trying of(SonnerieProperties properties, HookPost post, InstantSource clock) {
            return new Trying(
                    new Seal(KeyRing.of(properties.dataFolder().resolve(KEY_FILE))), post, clock);
        }
    }

    Webhooks(
            WebhookRows rows,
            DeliveryRows deliveries,
            OutsideAddresses addresses,
            DurableChange changes,
            ApplicationEventPublisher events,
            Trying trying) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.changes = changes;
        this.events = events;
        this.trying = trying;
    }

    @Override
    public SealedColumn sealed() {
        return new SealedColumn(
                "webhooks",
                trying.seal(),
                "webhook",
                "secret",
                "company_id",
                "id",
                (_, webhook) -> webhook);
    }

    /**
     * A webhook that was made just now.
     *
     * @param secret by which its receiver knows events, never to be had again
     * @param webhook what else there is
     */
    public record Made(String secret, Webhook webhook) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Made[" + webhook.id() + "]";
        }
    }

    /**
     * Makes a webhook; durable on return.
     *
     * @param admin who wants it
     * @param wish what it shall be
     * @return the webhook and its secret
     * @throws WebhookRefusedException if it cannot be
     */
    public Made make(SignedIn admin, WebhookWish wish) {
        wish.check();
        URI address =
                addresses
                        .read(wish.address())
                        .orElseThrow(() -> new WebhookRefusedException(Why.BAD_ADDRESS));
        if (!addresses.mayLeadOut(address)) {
            throw new WebhookRefusedException(Why.NOT_PUBLIC);
        }
        if (of(admin.company()).size() >= MOST) {
            throw new WebhookRefusedException(Why.TOO_MANY);
        }
        HookSecret secret = HookSecret.fresh();
        Webhook webhook =
                new Webhook(
                        RandomText.id(),
                        admin.company(),
                        admin.person(),
                        wish.name(),
                        address,
                        wish.types(),
                        trying.clock().instant().truncatedTo(ChronoUnit.MICROS),
                        Webhook.Health.NEW);
        changes.make(
                admin.company(),
                () -> {
                    rows.add(webhook, trying.seal().close(secret.text(), webhook.id()));
                    events.publishEvent(new WebhookMade(webhook));
                });
        return new Made(secret.text(), webhook);
    }

    /**
     * The webhooks of a company.
     *
     * @param company whose
     * @return the newest first
     */
    public List<Webhook> of(CompanyId company) {
        return rows.of(company);
    }

    /**
     * How many events wait to be delivered.
     *
     * @param webhook where
     * @return those tried before too
     */
    public long waiting(Webhook webhook) {
        return deliveries.waiting(webhook.company(), webhook.id());
    }

    /**
     * The last tries.
     *
     * @param company whose
     * @param id of which webhook
     * @return the newest first, at most 50 of three days; empty: there is no such webhook
     */
    public Optional<List<Attempt>> attempts(CompanyId company, String id) {
        return rows.find(company, id)
                .map(_ -> deliveries.attempts(company, id, MOST_ATTEMPTS_SHOWN));
    }

    /**
     * Deletes a webhook; durable on return.
     *
     * @param company whose
     * @param id which
     * @return false: there is none
     */
    public boolean delete(CompanyId company, String id) {
        return change(
                company,
                id,
                webhook -> {
                    rows.remove(webhook);
                    events.publishEvent(new WebhookDeleted(webhook));
                });
    }

    /**
     * Tells a webhook that was disabled of what happens from now on; durable on return.
     *
     * @param company whose
     * @param id which
     * @return false: there is none
     */
    public boolean enable(CompanyId company, String id) {
        return change(company, id, rows::enable);
    }

    private boolean change(CompanyId company, String id, Consumer<Webhook> change) {
        Optional<Webhook> found = rows.find(company, id).map(WebhookRows.Kept::webhook);
        found.ifPresent(webhook -> changes.make(company, () -> change.accept(webhook)));
        return found.isPresent();
    }

    /**
     * Sends an event that says nothing, now. May block for some 20 s.
     *
     * @param company whose
     * @param id to which webhook
     * @return what came of it; empty: there is no such webhook
     */
    public Optional<Attempt> test(CompanyId company, String id) {
        return rows.find(company, id)
                .map(kept -> {
                    Instant now = trying.clock().instant();
                    String event = "evt_" + RandomText.id();
                    String body =
                            "{\"type\":\"webhook.test\",\"version\":1,\"id\":\"%s\",\"timestamp\":\"%s\",\"data\":{}}"
                                    .formatted(event, now);
                    return send(kept, event, "webhook.test", body);
                });
    }

    /** One try, and a note of it. */
    Attempt send(WebhookRows.Kept kept, String event, String type, String body) {
        Webhook webhook = kept.webhook();
        Instant before = trying.clock().instant();
        HookSecret secret =
                new HookSecret(
                        trying.seal()
                                .open(kept.sealed(), webhook.id())
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                "the secret of a webhook was sealed with another"
                                                        + " key")));
        Attempt.Answer answer = trying.post().send(webhook.address(), secret, event, body);
        Instant after = trying.clock().instant();
        Attempt attempt = new Attempt(event, type, before, answer, Duration.between(before, after));
        deliveries.note(webhook.company(), webhook.id(), attempt);
        return attempt;
    }
}
