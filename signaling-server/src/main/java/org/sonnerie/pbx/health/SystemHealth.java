package org.sonnerie.pbx.health;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.certificates.Certificates;
import org.sonnerie.pbx.config.CounterSource;
import org.sonnerie.pbx.config.ServedCertificate;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.health.Check.Level;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks at database, call log, disk, sound and certificate when somebody asks. Thread safe. */
@Component
public class SystemHealth {
    private static final Logger LOG = LoggerFactory.getLogger(SystemHealth.class);
    private static final long SLOW_DATABASE_MILLIS = 200;
    private static final long MEGABYTE = 1_000_000;
    private static final long BAD_SPACE = 500 * MEGABYTE;
    private static final int WARNING_PERCENT = 10;
    private static final double LATE_PERMILLE = 5;

    private final Tables tables;
    private final SonnerieProperties properties;
    private final Certificates certificates;
    private final InstantSource clock;
    private final ObjectProvider<CounterSource> counters;
    private final HealthIndicator callLog;

    SystemHealth(
            Tables tables,
            SonnerieProperties properties,
            Certificates certificates,
            InstantSource clock,
            ObjectProvider<CounterSource> counters,
            @Qualifier("callLogHealthIndicator") HealthIndicator callLog) {
        this.tables = tables;
        this.properties = properties;
        this.certificates = certificates;
        this.clock = clock;
        this.counters = counters;
        this.callLog = callLog;
    }

    /**
     * Looks at everything.
     *
     * @return always the same parts, in the same order
     */
    public List<Check> checks() {
        return List.of(database(), callLog(), disk(), sound(), certificate());
    }

    private Check database() {
        Instant asked = clock.instant();
        try {
            tables.across(ProviderWork.START)
                    .sql("select count(*) from company")
                    .query(Long.class)
                    .single();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the database does not answer: {}", away.getClass().getSimpleName());
            return Check.of("database", Level.BAD);
        }
        long millis = Duration.between(asked, clock.instant()).toMillis();
        return Check.of(
                "database", millis > SLOW_DATABASE_MILLIS ? Level.WARNING : Level.GOOD, millis);
    }

    private Check callLog() {
        Health health = Optional.ofNullable(callLog.health()).orElse(Health.unknown().build());
        if (!health.getStatus().equals(Status.UP)) {
            return Check.of("call-log", Level.BAD);
        }
        boolean journal = health.getDetails().containsKey("reason");
        return Check.of("call-log", journal ? Level.WARNING : Level.GOOD);
    }

    private Check disk() {
        try {
            FileStore store = Files.getFileStore(properties.dataFolder());
            return disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException unreadable) {
            LOG.warn("the disk does not tell its space", unreadable);
            return Check.of("disk", Level.BAD, 0L, 0L);
        }
    }

    static Check disk(long free, long all) {
        long percent = all == 0 ? 0 : free * 100 / all;
        Level enough = percent < WARNING_PERCENT ? Level.WARNING : Level.GOOD;
        return Check.of("disk", free < BAD_SPACE ? Level.BAD : enough, free / MEGABYTE, percent);
    }

    private Check sound() {
        return counters.stream()
                .filter(source -> source.part().equals("media"))
                .findFirst()
                .map(source -> sound(source.counters().get()))
                .orElseGet(() -> Check.of("sound", Level.BAD, 0L, 0.0));
    }

    static Check sound(Map<String, Long> counted) {
        long ticks = counted.getOrDefault("ticks", 0L);
        double late = ticks == 0 ? 0 : counted.getOrDefault("ticks_late", 0L) * 1_000.0 / ticks;
        return Check.of(
                "sound",
                late > LATE_PERMILLE ? Level.WARNING : Level.GOOD,
                counted.getOrDefault("endpoints_now", 0L),
                late / 10);
    }

    private Check certificate() {
        return certificate(certificates.current(), certificates.renewalFails(), clock.instant());
    }

    /** Says its kind as a number, from which its words are chosen. */
    static Check certificate(Optional<ServedCertificate> served, boolean failing, Instant now) {
        return served.filter(one -> one.isGood(now))
                .map(one ->
                        Check.of(
                                "certificate",
                                failing || one.endsSoon(now) ? Level.WARNING : Level.GOOD,
                                one.days(now),
                                one.kind().number(),
                                failing ? 1 : 0))
                .orElseGet(() -> Check.of("certificate", Level.BAD));
    }
}
