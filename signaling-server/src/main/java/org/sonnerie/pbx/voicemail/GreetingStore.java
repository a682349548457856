package org.sonnerie.pbx.voicemail;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sonnerie.media.api.ImportedSound;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MailboxFacts;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NamesTold;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Greetings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The greetings and recorded names: files, and rows that say which are used. Thread safe. */
@Service
class GreetingStore implements Greetings {
    private final GreetingFiles files;
    private final GreetingRows rows;
    private final MailboxLimits limits;
    private final Changes changes;
    private final Durability durability;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;

    GreetingStore(
            GreetingFiles files,
            GreetingRows rows,
            MailboxLimits limits,
            Changes changes,
            Settling settling) {
        this.files = files;
        this.rows = rows;
        this.limits = limits;
        this.changes = changes;
        this.durability = settling.durability();
        this.news = settling.news();
        this.clock = settling.clock();
    }

    /** What makes a change last, and known. */
    record Settling(Durability durability, ApplicationEventPublisher news, InstantSource clock) {}

    @Override
    public MailboxFacts facts(CompanyId company, MailboxId box) {
        List<KeptGreeting> own = rows.of(company, box);
        return new MailboxFacts(
                sound(own, GreetingKind.USUAL),
                sound(own, GreetingKind.ABSENT),
                rows.awayUntil(company, box),
                limits.full(company, box));
    }

    private static Optional<MessageId> sound(List<KeptGreeting> own, GreetingKind kind) {
        return of(own, kind).map(KeptGreeting::sound);
    }

    static Optional<KeptGreeting> of(List<KeptGreeting> own, GreetingKind kind) {
        return own.stream().filter(one -> one.kind() == kind).findFirst();
    }

    /** Those that a mailbox has itself. */
    List<KeptGreeting> all(CompanyId company, MailboxId box) {
        return rows.of(company, box);
    }

    Optional<KeptGreeting> find(CompanyId company, MailboxId box, GreetingKind kind) {
        return of(all(company, box), kind);
    }

    Optional<LocalDate> awayUntil(CompanyId company, MailboxId box) {
        return rows.awayUntil(company, box);
    }

    Path sound(CompanyId company, KeptGreeting greeting) {
        return files.sound(company, greeting.sound());
    }

    @Override
    public Path begin(CompanyId company, MessageId greeting) {
        return files.begin(company, greeting);
    }

    @Override
    public List<NamesTold.Name> names(CompanyId company, List<PersonId> people) {
        return rows.names(company, people);
    }

    @Override
    public void discard(CompanyId company, MessageId greeting) {
        changes.add(() -> files.remove(company, greeting));
    }

    /**
     * What was not recorded by phone is used from now on.
     *
     * @return completed once it lasts
     */
    CompletableFuture<Void> put(
            CompanyId company, MailboxId box, GreetingKind kind, ImportedSound sound) {
        MessageId name = files.write(company, sound.oggOpus());
        KeptGreeting greeting = new KeptGreeting(kind, name, sound.length(), clock.instant());
        CompletableFuture<Void> lasts = new CompletableFuture<>();
        changes.add(() -> {
            settle(company, box, () -> rows.put(company, box, greeting));
            lasts.complete(null);
        });
        return lasts;
    }

    @Override
    public void keep(CompanyId company, MailboxId box, GreetingKind kind, MessageId greeting) {
        change(
                company,
                box,
                () ->
                        rows.put(
                                company,
                                box,
                                new KeptGreeting(
                                        kind,
                                        greeting,
                                        files.length(company, greeting),
                                        clock.instant())));
    }

    @Override
    public void remove(CompanyId company, MailboxId box, GreetingKind kind) {
        change(company, box, () -> rows.remove(company, box, kind));
    }

    @Override
    public void away(CompanyId company, MailboxId box, Optional<LocalDate> until) {
        change(company, box, () -> rows.away(company, box, until));
    }

    private void change(CompanyId company, MailboxId box, Runnable update) {
        changes.add(() -> settle(company, box, update));
    }

    private void settle(CompanyId company, MailboxId box, Runnable update) {
        update.run();
        durability.force();
        news.publishEvent(new MailboxChanged(company, box));
    }
}
