package org.sonnerie.pbx.webhooks;

/**
 * A webhook is being deleted; told within the transaction.
 *
 * @param webhook which
 */
public record WebhookDeleted(Webhook webhook) {}
