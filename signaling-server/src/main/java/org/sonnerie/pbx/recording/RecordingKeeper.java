package org.sonnerie.pbx.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.company.Storage;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.Plans;
import org.springframework.dao.DataAccessException;

/**
 * Keeps recordings. A note of what is known is on the disk before the first sound; the database
 * follows, and is tried again until it has it. What the process did not end itself is cut short.
 * Thread safe.
 */
class RecordingKeeper implements CallRecordings {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingKeeper.class);

    private final RecordingFiles files;
    private final RecordingRows rows;
    private final Durability durability;
    private final Plans plans;
    private final InstantSource clock;
    private final Storage storage;
    private final ReentrantLock one = new ReentrantLock();
    private final Map<RecordingId, NewRecording> running = new ConcurrentHashMap<>();
    private final Map<RecordingId, KeptRecording> over = new ConcurrentHashMap<>();

    RecordingKeeper(
            RecordingFiles files,
            RecordingRows rows,
            Durability durability,
            Plans plans,
            InstantSource clock,
            Storage storage) {
        this.files = files;
        this.rows = rows;
        this.durability = durability;
        this.plans = plans;
        this.clock = clock;
        this.storage = storage;
    }

    @Override
    public boolean hasRoom(CompanyId company) {
        return !storage.full(company);
    }

    @Override
    public Path begin(NewRecording recording) {
        files.announce(recording);
        running.put(recording.id(), recording);
        return files.sound(recording.company(), recording.id());
    }

    @Override
    public void closed(RecordingId id, Duration length, boolean failed) {
        NewRecording recording = running.remove(id);
        if (recording != null) {
            KeptRecording.State state =
                    failed ? KeptRecording.State.CUT_SHORT : KeptRecording.State.WHOLE;
            over.put(id, new KeptRecording(recording, length, state));
        }
    }

    /** Brings the database to what is known; what it does not take is tried the next time. */
    void settle() {
        one.lock();
        try {
            running.values().forEach(rows::add);
            List.copyOf(over.values()).forEach(this::settle);
        } catch (DataAccessException away) {
            LOG.warn("the database takes no recordings: {}", away.getClass().getSimpleName());
        } finally {
            one.unlock();
        }
    }

    private void settle(KeptRecording recording) {
        NewRecording facts = recording.facts();
        if (recording.length().isZero()) {
            rows.remove(facts.company(), facts.id());
            files.remove(facts);
        } else {
            boolean complete = files.complete(facts);
            rows.add(facts);
            rows.over(recording, files.size(facts));
            durability.force();
            if (complete) {
                files.settle(facts);
            }
        }
        over.remove(facts.id());
    }

    /** What was being recorded when the process ended is kept as far as it came. */
    void takeUp() {
        rows.unmeasured().forEach(old -> rows.measured(old.company(), old.id(), files.size(old)));
        for (NewRecording left : files.unsettled()) {
            boolean known = running.containsKey(left.id()) || over.containsKey(left.id());
            if (!known && files.complete(left)) {
                over.put(
                        left.id(),
                        new KeptRecording(left, files.length(left), KeptRecording.State.CUT_SHORT));
            }
        }
    }

    /** Takes away what is older than a company keeps it, and what was deleted long ago. */
    void forget() {
        Instant now = clock.instant();
        one.lock();
        try {
            for (CompanyPlan plan : plans.all()) {
                rows.old(plan.company(), oldest(plan, now), Retention.deletedBefore(now))
                        .forEach(one -> {
                            rows.remove(one.company(), one.id());
                            files.remove(one);
                        });
            }
        } catch (DataAccessException away) {
            LOG.warn("old recordings stay for now: {}", away.getClass().getSimpleName());
        } finally {
            one.unlock();
        }
    }

    /** What began before this is no longer kept. */
    static Instant oldest(CompanyPlan plan, Instant now) {
        return Retention.oldBefore(now, plan.facts().recording().keepDays());
    }

    Optional<Path> sound(KeptRecording recording) {
        return recording.over()
                ? Optional.of(files.sound(recording.facts().company(), recording.facts().id()))
                : Optional.empty();
    }

    /** How many are known here and not in the database. */
    long waiting() {
        return over.size();
    }
}
