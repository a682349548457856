package org.sonnerie.pbx.sealing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.config.KeepsSealed;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.RegularWork;
import org.sonnerie.pbx.config.SealedColumn;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.sealing.SealKeysChanged.What;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Changes the keys by which secrets are sealed. New keys seal at once; what older ones sealed is
 * sealed anew in the background, and gone on with at the next start if this one ends. Then the old
 * keys may be dropped. Thread safe.
 */
@Component
public class SealRotation implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SealRotation.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int STEP = 200;

    private final SealedRows rows;
    private final List<SealedColumn> columns;
    private final Durability durability;
    private final ApplicationEventPublisher events;
    private final RegularWork work = new RegularWork("sealing-");
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final Map<String, Long> lost = new ConcurrentHashMap<>();

    SealRotation(
            SealedRows rows,
            List<KeepsSealed> keepers,
            Durability durability,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.columns = keepers.stream().map(KeepsSealed::sealed).toList();
        this.durability = durability;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work.every(PAUSE, this::lookAround);
    }

    @Override
    public void destroy() {
        work.close();
    }

    private void lookAround() {
        if (!wanted.getAndSet(false)) {
            return;
        }
        try {
            sealAll();
        } catch (DataAccessException away) {
            LOG.warn("sealing anew waits for the database", away);
            wanted.set(true);
        }
    }

    /**
     * How everything is sealed now.
     *
     * @return one for each kind of secrets, always in the same order
     */
    public List<SealState> states() {
        return columns.stream().map(this::state).toList();
    }

    private SealState state(SealedColumn column) {
        long all = rows.count(column);
        KeyRing keys = column.seal().keys();
        return new SealState(
                column.name(),
                keys.fileName(),
                all,
                all - rows.countOlder(column),
                lost.getOrDefault(column.name(), 0L),
                keys.hasOlder());
    }

    /**
     * Makes new keys, unless there are old ones still; sealing anew begins within a moment.
     *
     * @param by the provider's own company
     * @return false: the old keys are to be dropped first
     */
    public synchronized boolean renew(CompanyId by) {
        if (columns.stream().allMatch(column -> column.seal().keys().hasOlder())) {
            return false;
        }
        columns.stream()
                .map(column -> column.seal().keys())
                .filter(keys -> !keys.hasOlder())
                .forEach(KeyRing::renew);
        LOG.info("there are new keys; secrets are sealed anew");
        events.publishEvent(new SealKeysChanged(by, What.MADE));
        wanted.set(true);
        return true;
    }

    /**
     * Drops the keys that only open, when nothing needs them any more: what is left is sealed anew
     * first, and on the disk.
     *
     * @param by the provider's own company
     * @return false: there are none
     */
    public synchronized boolean dropOlder(CompanyId by) {
        if (columns.stream().noneMatch(column -> column.seal().keys().hasOlder())) {
            return false;
        }
        sealAll();
        columns.forEach(column -> column.seal().keys().dropOlder());
        LOG.info("the old keys are dropped");
        events.publishEvent(new SealKeysChanged(by, What.DROPPED));
        return true;
    }

    private synchronized void sealAll() {
        columns.forEach(this::sealAll);
        durability.force();
    }

    private void sealAll(SealedColumn column) {
        long unopened = 0;
        SealedRows.Row last = SealedRows.Row.NONE;
        List<SealedRows.Row> some = rows.older(column, last, STEP);
        while (!some.isEmpty()) {
            unopened += some.stream().filter(row -> !sealAnew(column, row)).count();
            last = some.getLast();
            some = rows.older(column, last, STEP);
        }
        lost.put(column.name(), unopened);
        if (unopened > 0) {
            LOG.error(
                    "{} secrets of {} were sealed with a key that is not in {} of this data"
                            + " folder: put the file back, or set them anew",
                    unopened,
                    column.name(),
                    column.seal().keys().fileName());
        }
    }

    /** Where there is one key only, it is left as it is. */
    private boolean sealAnew(SealedColumn column, SealedRows.Row row) {
        String place = column.place().apply(row.first(), row.second());
        Optional<String> text = column.seal().open(row.text(), place);
        if (column.seal().keys().hasOlder()) {
            text.ifPresent(open -> rows.replace(column, row, column.seal().close(open, place)));
        }
        return text.isPresent();
    }
}
