package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Bell;
import org.sonnerie.pbx.runtime.CallLogs.Entry;
import org.sonnerie.pbx.runtime.EventLog.SetAside;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Hands each call that is over to the archive, from the log in the database: at the start, after
 * each commit that ends a call, and again after an outage. The call is marked only when the archive
 * has it, and the archive takes a call twice without harm; so a process killed anywhere between
 * leaves nothing out and nothing double. One virtual thread does all.
 */
final class EndedCalls implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EndedCalls.class);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration FOR_CLOSING = Duration.ofSeconds(5);
    private static final int BATCH = 100;

    /** Stopped after the calls have been left, so that these are kept too. */
    private static final int PHASE = -10;

    private final CallLogs logs;
    private final CallArchive archive;
    private final Bell bell;
    private final InstantSource clock;
    private final AtomicLong kept = new AtomicLong();
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private boolean waitsForDatabase;

    EndedCalls(CallLogs logs, CallArchive archive, Bell bell, InstantSource clock) {
        this.logs = logs;
        this.archive = archive;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        stopping = false;
        thread = Thread.ofVirtual().name("call-records").start(this::keepUp);
    }

    private void keepUp() {
        try {
            boolean going = true;
            while (going) {
                going = !stopping;
                boolean done = keepAll();
                if (going) {
                    bell.await(done ? IDLE : RETRY);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** False: the database is away. */
    private boolean keepAll() {
        try {
            for (List<Entry> some = logs.unrecorded(BATCH);
                    !some.isEmpty();
                    some = logs.unrecorded(BATCH)) {
                some.forEach(this::keep);
            }
            waitsForDatabase = false;
            return true;
        } catch (DataAccessException | TransactionException away) {
            if (!waitsForDatabase) {
                LOG.warn("call records wait for the database: {}", away.getMessage());
            }
            waitsForDatabase = true;
            return false;
        }
    }

    private void keep(Entry entry) {
        try {
            Optional<LoggedCall> call = logs.read(entry);
            if (call.isEmpty()) {
                LOG.error("call={} has no record: its plan is gone", entry.call());
                logs.setAside(entry, SetAside.PLAN_GONE);
                return;
            }
            archive.keep(call.get());
        } catch (DataIntegrityViolationException defect) {
            setAside(entry, defect);
            return;
        } catch (DataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException defect) {
            setAside(entry, defect);
            return;
        }
        logs.recorded(entry, clock.instant());
        kept.incrementAndGet();
    }

    /** A call of which no record can be made keeps no other from having one. */
    private void setAside(Entry entry, RuntimeException defect) {
        LOG.error("call={} has no record: its log makes none", entry.call(), defect);
        logs.setAside(entry, SetAside.NOT_REPLAYABLE);
    }

    /** How many calls were kept since the start. */
    long keptTotal() {
        return kept.get();
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        bell.ring();
        Thread running = thread;
        thread = null;
        try {
            if (running != null && !running.join(FOR_CLOSING)) {
                LOG.warn("call records are finished at the next start");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
