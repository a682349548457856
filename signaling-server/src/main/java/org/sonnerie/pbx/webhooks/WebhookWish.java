package org.sonnerie.pbx.webhooks;

import java.util.Set;
import org.sonnerie.pbx.events.EventType;

/**
 * A webhook that somebody wants.
 *
 * @param name what it is for, 1 to 100 characters
 * @param address to which events are posted, at most 1,000 characters
 * @param types of which events it is told, at least one
 */
public record WebhookWish(String name, String address, Set<EventType> types) {
    private static final int LONGEST_NAME = 100;

    /** Strips the texts and copies the set. */
    public WebhookWish {
        name = name.strip();
        address = address.strip();
        types = Set.copyOf(types);
    }

    /** Refuses what cannot be. */
    void check() {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new WebhookRefusedException(WebhookRefusedException.Why.BAD_NAME);
        }
        if (types.isEmpty()) {
            throw new WebhookRefusedException(WebhookRefusedException.Why.NO_EVENT);
        }
    }
}
