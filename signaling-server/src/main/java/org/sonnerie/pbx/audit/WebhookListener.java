package org.sonnerie.pbx.audit;

import org.sonnerie.pbx.webhooks.Webhook;
import org.sonnerie.pbx.webhooks.WebhookDeleted;
import org.sonnerie.pbx.webhooks.WebhookMade;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down which webhooks are made and deleted, and what they are told of. */
@Component
class WebhookListener {
    private final AuditLog log;
    private final Actors actors;

    WebhookListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void made(WebhookMade event) {
        Webhook webhook = event.webhook();
        log.record(
                webhook.company(),
                actors.current(),
                AuditAction.WEBHOOK_MADE,
                subject(webhook),
                "",
                webhook.typesText());
    }

    @EventListener
    void deleted(WebhookDeleted event) {
        Webhook webhook = event.webhook();
        log.record(
                webhook.company(),
                actors.current(),
                AuditAction.WEBHOOK_DELETED,
                subject(webhook),
                webhook.typesText(),
                "");
    }

    /** The host alone: path and query may hold what only the receiver shall know. */
    private static String subject(Webhook webhook) {
        return webhook.name() + " (" + webhook.address().getHost() + ")";
    }
}
