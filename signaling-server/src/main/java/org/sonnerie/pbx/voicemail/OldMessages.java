package org.sonnerie.pbx.voicemail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.runtime.Mailboxes.NewMessage;
import org.sonnerie.pbx.runtime.Plans;

/** Takes away what is not kept any more: files and rows. Used by one thread at a time. */
final class OldMessages {
    private static final Logger LOG = LoggerFactory.getLogger(OldMessages.class);

    /** Longer than anybody hears a greeting that was replaced, or takes to record one. */
    private static final Duration UNUSED = Duration.ofDays(1);

    private final MessageStore store;
    private final MessageFiles files;
    private final Sounds greetings;
    private final Listening listening;
    private final Plans plans;
    private final InstantSource clock;

    /** Where greetings are. */
    record Sounds(GreetingRows rows, GreetingFiles files) {}

    OldMessages(
            MessageStore store,
            MessageFiles files,
            Sounds greetings,
            Listening listening,
            Plans plans,
            InstantSource clock) {
        this.store = store;
        this.files = files;
        this.greetings = greetings;
        this.listening = listening;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Doing it again does no harm.
     *
     * @return what was still to be seen in mailboxes until now
     */
    List<NewMessage> forget() {
        Instant now = clock.instant();
        int deleted = remove(store.rows().deletedBefore(Retention.deletedBefore(now)), now).size();
        List<NewMessage> old =
                plans.all().stream().flatMap(plan -> removeOld(plan, now).stream()).toList();
        int sounds = greetings.files().removeUnused(greetings.rows().sounds(), now.minus(UNUSED));
        if (deleted + old.size() + sounds > 0) {
            LOG.info(
                    "voicemail removed: {} deleted messages, {} old ones, {} unused greetings",
                    deleted,
                    old.size(),
                    sounds);
        }
        return old;
    }

    /** What was left before this is no longer kept; empty: everything is. */
    static Optional<Instant> oldest(CompanyPlan plan, Instant now) {
        return plan.facts().voicemail().keepDays().map(days -> Retention.oldBefore(now, days));
    }

    private List<NewMessage> removeOld(CompanyPlan plan, Instant now) {
        return oldest(plan, now)
                .map(end -> remove(store.rows().leftBefore(plan.company(), end), now))
                .orElse(List.of());
    }

    /** The file first: a row without one is found again the next time. */
    private List<NewMessage> remove(List<NewMessage> messages, Instant now) {
        List<NewMessage> unheard =
                messages.stream().filter(one -> !listening.isHeard(one.id(), now)).toList();
        unheard.forEach(one -> {
            files.remove(one);
            store.remove(one);
        });
        return unheard;
    }
}
