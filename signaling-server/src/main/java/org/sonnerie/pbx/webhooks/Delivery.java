package org.sonnerie.pbx.webhooks;

import java.time.Instant;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * An event that is to be delivered to a webhook.
 *
 * @param webhook its id
 * @param company whose
 * @param event its id: the same at each try
 * @param type such as {@code call.ringing}
 * @param body as it is sent
 * @param created when the event was written
 * @param attempts how often it has been tried
 * @param due when it is to be tried
 */
record Delivery(
        String webhook,
        CompanyId company,
        String event,
        String type,
        String body,
        Instant created,
        int attempts,
        Instant due) {}
