package org.sonnerie.pbx.push;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.people.PersonRemoved;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The browsers that can be woken. Calls ask for them, so they are kept in memory too. Thread safe.
 */
@Component
class Subscriptions {
    /** More than anybody has browsers. */
    static final int MOST = 10;

    private final SubscriptionRows rows;
    private final Map<String, Subscription> byHash = new LinkedHashMap<>();

    Subscriptions(SubscriptionRows rows) {
        this.rows = rows;
        rows.all().forEach(one -> byHash.put(one.hash(), one));
    }

    /** Those of a person. */
    synchronized List<Subscription> of(PersonId person) {
        return byHash.values().stream().filter(one -> one.person().equals(person)).toList();
    }

    /**
     * Adds one; a browser in which somebody else signs in is his from then on.
     *
     * @return false: the person has as many as one may
     */
    synchronized boolean put(Subscription one) {
        boolean known = byHash.containsKey(one.hash());
        if (one.equals(byHash.get(one.hash()))) {
            return true;
        }
        List<Subscription> mine = new ArrayList<>(of(one.person()));
        mine.removeIf(other -> other.hash().equals(one.hash()));
        if (!known && mine.size() >= MOST) {
            return false;
        }
        rows.put(one);
        byHash.put(one.hash(), one);
        return true;
    }

    /** Removes one of a person. */
    synchronized Optional<Subscription> remove(PersonId person, String endpoint) {
        Optional<Subscription> found =
                Optional.ofNullable(byHash.get(Subscription.hash(endpoint)))
                        .filter(one -> one.person().equals(person));
        found.ifPresent(this::forget);
        return found;
    }

    @EventListener
    synchronized void forget(PersonRemoved event) {
        rows.removeAll(event.account().company(), event.account().id());
        byHash.values().removeIf(one -> one.person().equals(event.account().id()));
    }

    /** One whose push service does not know it any more. */
    synchronized void forget(Subscription one) {
        rows.remove(one);
        byHash.remove(one.hash());
    }
}
