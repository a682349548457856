package org.sonnerie.pbx.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.backup.BackupTouched.Deed;
import org.sonnerie.pbx.backup.Manifest.Total;
import org.sonnerie.pbx.config.Rounds;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.config.SoundFolder;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The backups of this server: one is made when somebody asks and, if that is set, each night; the
 * page of the provider shows them. Thread safe.
 */
@Component
public class Backups implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final BackupMaker maker;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Path data;
    private final BackupFolder folder;
    private final Rounds rounds;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean making;
    private volatile boolean failed;
    private volatile @Nullable Instant tried;

    Backups(
            BackupMaker maker,
            InstantSource clock,
            ApplicationEventPublisher events,
            SonnerieProperties properties) {
        this.maker = maker;
        this.clock = clock;
        this.events = events;
        this.data = properties.dataFolder();
        this.folder = new BackupFolder(data.resolve("backups"));
        this.rounds = new Rounds("backups", onThreads(), LOOK, this::look);
    }

    /** Of the system: packing is work for minutes, which would keep virtual ones from theirs. */
    private static Executor onThreads() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("backup-");
        executor.setDaemon(true);
        return executor;
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        if (!rounds.stop()) {
            LOG.warn("a backup is being made, and is given up");
        }
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    /**
     * Those that are kept.
     *
     * @return the newest first
     */
    public List<KeptBackup> all() {
        return folder.all();
    }

    /**
     * One of those that are kept.
     *
     * @param name of the file
     * @return empty: there is none of that name
     */
    public Optional<KeptBackup> find(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * Whether one is being made, or will be in a moment.
     *
     * @return true until it is there or has failed
     */
    public boolean underWay() {
        return asked.get() || making;
    }

    /**
     * Whether the last one that was tried could not be made; the log says why.
     *
     * @return false also if none was tried since the start
     */
    public boolean failed() {
        return failed;
    }

    /**
     * Asks for one now. Returns at once. Whoever asks while one is being made gets another one
     * after it, with what has changed since.
     *
     * @param by the provider's company
     */
    public void ask(CompanyId by) {
        events.publishEvent(new BackupTouched(Deed.ASKED, "", by));
        asked.set(true);
        rounds.ring();
    }

    /**
     * Somebody takes one away with him.
     *
     * @param backup which
     * @param by the provider's company
     */
    public void fetched(KeptBackup backup, CompanyId by) {
        events.publishEvent(new BackupTouched(Deed.FETCHED, backup.name(), by));
    }

    /**
     * Deletes one.
     *
     * @param backup which
     * @param by the provider's company
     */
    public void delete(KeptBackup backup, CompanyId by) {
        if (SoundFolder.delete(backup.path())) {
            events.publishEvent(new BackupTouched(Deed.DELETED, backup.name(), by));
        }
    }

    /**
     * What is set.
     *
     * @return as it is now
     */
    public BackupWish wish() {
        BackupSettings settings = BackupSettings.in(data);
        return new BackupWish(
                settings.nightly(), settings.kept(), settings.passphrase().isPresent());
    }

    /**
     * Sets it.
     *
     * @param nightly whether one is made each night
     * @param kept how many are kept
     * @param passphrase for the keys from now on; empty: as it was
     * @param by the provider's company
     */
    public synchronized void set(boolean nightly, int kept, String passphrase, CompanyId by) {
        Optional<Passphrase> sealing =
                passphrase.isEmpty()
                        ? BackupSettings.in(data).passphrase()
                        : Optional.of(Passphrase.of(passphrase));
        new BackupSettings(nightly, kept, sealing).keep(data);
        events.publishEvent(new BackupTouched(Deed.SET, "", by));
    }

    void look() {
        if (asked.get()) {
            make();
        } else if (nightIsDue() && make()) {
            all().stream().skip(BackupSettings.in(data).kept()).forEach(this::tooMany);
        }
    }

    private boolean nightIsDue() {
        return BackupSettings.in(data).nightly()
                && Night.due(newest(), clock.instant(), ZoneId.systemDefault());
    }

    /** Of those that are there, or were tried: a night has one try. */
    private Optional<Instant> newest() {
        Optional<Instant> kept = all().stream().map(KeptBackup::madeAt).findFirst();
        Instant last = tried;
        return last != null && kept.filter(last::isBefore).isEmpty() ? Optional.of(last) : kept;
    }

    private void tooMany(KeptBackup backup) {
        LOG.info("{} is deleted: newer ones are kept", backup.name());
        SoundFolder.delete(backup.path());
    }

    /** Whether it is there now. */
    private boolean make() {
        Instant now = clock.instant();
        tried = now;
        making = true;
        asked.set(false);
        try {
            var file = folder.next(now);
            Total total = maker.make(file, now, BackupSettings.in(data).passphrase());
            LOG.info(
                    "{} is made: {} rows, {} files, {} octets",
                    file.getFileName(),
                    total.rows(),
                    total.files(),
                    total.octets());
            failed = false;
        } catch (IOException | RuntimeException e) {
            // Whatever it was, the next night is another one.
            LOG.error("no backup could be made", e);
            failed = true;
        } finally {
            making = false;
        }
        return !failed;
    }
}
