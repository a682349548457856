package org.sonnerie.pbx.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.pbx.events.EventType;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A webhook, without its secret.
 *
 * @param id names it
 * @param company whose
 * @param person who made it
 * @param name what it is for
 * @param address to which events are posted
 * @param types of which events it is told
 * @param made when it was made
 * @param health how it fares
 */
public record Webhook(
        String id,
        CompanyId company,
        PersonId person,
        String name,
        URI address,
        Set<EventType> types,
        Instant made,
        Health health) {
    /** Copies the set. */
    public Webhook {
        types = Set.copyOf(types);
    }

    /** Why nothing is sent any more. */
    public enum Disabled {
        /** For days nothing could be delivered. */
        FAILING,
        /** It answered that it is gone for good (410). */
        GONE
    }

    /**
     * How it fares.
     *
     * @param failingSince nothing was delivered since then; empty: the last try went well, or there
     *     was none
     * @param disabledAt when it was disabled; empty: it is not
     * @param why it was
     */
    public record Health(
            Optional<Instant> failingSince, Optional<Instant> disabledAt, Optional<Disabled> why) {
        static final Health NEW = new Health(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The types as they are written.
     *
     * @return in one order, with a space between
     */
    public String typesText() {
        return text(types);
    }

    static String text(Set<EventType> types) {
        return types.isEmpty()
                ? ""
                : EnumSet.copyOf(types).stream()
                        .map(EventType::text)
                        .collect(Collectors.joining(" "));
    }
}
