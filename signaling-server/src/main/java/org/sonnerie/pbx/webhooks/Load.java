package org.sonnerie.pbx.webhooks;

import java.util.HashMap;
import java.util.Map;

/**
 * How many deliveries are on their way, of each webhook, each company and in all. A delivery is
 * begun only where all three have room. Thread safe.
 */
final class Load {
    static final int MOST_OF_WEBHOOK = 2;
    static final int MOST_OF_COMPANY = 8;
    static final int MOST = 64;

    private final Map<String, Integer> ofWebhook = new HashMap<>();
    private final Map<String, Integer> ofCompany = new HashMap<>();
    private int all;

    /** False: there is no room for it now. */
    synchronized boolean take(Delivery delivery) {
        String company = delivery.company().text();
        boolean room =
                all < MOST
                        && ofCompany.getOrDefault(company, 0) < MOST_OF_COMPANY
                        && ofWebhook.getOrDefault(delivery.webhook(), 0) < MOST_OF_WEBHOOK;
        if (room) {
            all++;
            ofCompany.merge(company, 1, Integer::sum);
            ofWebhook.merge(delivery.webhook(), 1, Integer::sum);
        }
        return room;
    }

    /** One that was taken is over. */
    synchronized void give(Delivery delivery) {
        all--;
        ofCompany.computeIfPresent(
                delivery.company().text(), (_, count) -> count == 1 ? null : count - 1);
        ofWebhook.computeIfPresent(delivery.webhook(), (_, count) -> count == 1 ? null : count - 1);
    }
}
