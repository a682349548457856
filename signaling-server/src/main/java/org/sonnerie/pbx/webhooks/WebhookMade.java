package org.sonnerie.pbx.webhooks;

/**
 * A webhook is being made; told within the transaction.
 *
 * @param webhook which
 */
public record WebhookMade(Webhook webhook) {}
