package org.sonnerie.pbx.voicemail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.config.RegularWork;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * The mailboxes. Sound and a note of what is known are on the disk first; the database follows, one
 * change after another, for as long as it takes. Thread safe.
 */
@Service
class Voicemail implements Mailboxes, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Voicemail.class);

    private final MessageFiles files;
    private final Shelf shelf;
    private final MessageRows rows;
    private final MessageStore store;
    private final Postman postman;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;
    private final Changes changes;
    private final RegularWork regular = new RegularWork("voicemail-old-");
    private final Map<MessageId, Begun> begun = new HashMap<>();

    /** A message being left, and whether its caller has gone before it was complete. */
    private record Begun(NewMessage message, boolean callerGone) {}

    /** Where the sound is, who listens to it, and what takes away what is old. */
    record Shelf(
            MessageFiles messages, GreetingFiles greetings, Listening listening, OldMessages old) {}

    Voicemail(
            Shelf shelf,
            MessageStore store,
            ApplicationEventPublisher news,
            Changes changes,
            Postman postman,
            InstantSource clock) {
        this.files = shelf.messages();
        this.shelf = shelf;
        this.rows = store.rows();
        this.store = store;
        this.postman = postman;
        this.news = news;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Path begin(NewMessage message) {
        files.announce(message);
        synchronized (begun) {
            begun.put(message.id(), new Begun(message, false));
        }
        return files.sound(message.company(), message.id());
    }

    @Override
    public void recorded(MessageId id, Duration length) {
        synchronized (begun) {
            Begun complete = begun.remove(id);
            if (complete == null) {
                return;
            }
            if (length.isZero()) {
                files.remove(complete.message());
            } else {
                keep(new Message(complete.message(), length, false), complete.callerGone());
            }
        }
    }

    /** In the order of the two: a mail is due when the message is there and its caller is gone. */
    @Override
    public void callerGone(MessageId id) {
        synchronized (begun) {
            begun.computeIfPresent(id, (_, one) -> new Begun(one.message(), true));
            changes.add(() -> {
                store.release(id, clock);
                rows.facts(id)
                        .flatMap(facts -> rows.find(facts.company(), id))
                        .ifPresent(this::received);
                postman.call();
            });
        }
    }

    private void keep(Message message, boolean callerGone) {
        changes.add(() -> {
            boolean complete = files.complete(message.facts());
            store.add(
                    message,
                    files.size(message.facts()),
                    Optional.of(clock.instant()).filter(_ -> callerGone));
            if (callerGone) {
                received(message);
            }
            if (complete) {
                files.settle(message.facts());
            }
            tell(message.facts());
            postman.call();
        });
    }

    /** Its caller has gone: he throws it away no more. */
    private void received(Message message) {
        news.publishEvent(MessageReceived.of(message));
    }

    @Override
    public void urgent(MessageId id) {
        change(id, () -> rows.urgent(id));
    }

    @Override
    public void heard(MessageId id) {
        change(id, () -> rows.heard(id));
    }

    @Override
    public void drop(MessageId id) {
        change(id, () -> rows.deleted(id, Optional.of(clock.instant())));
    }

    @Override
    public void restore(MessageId id) {
        change(id, () -> rows.deleted(id, Optional.empty()));
    }

    private void change(MessageId id, Runnable update) {
        changes.add(() -> {
            update.run();
            store.force();
            rows.facts(id).ifPresent(this::tell);
        });
    }

    private void tell(NewMessage message) {
        news.publishEvent(new MailboxChanged(message.company(), message.box()));
    }

    @Override
    public List<Kept> waiting(CompanyId company, MailboxId box) {
        List<Message> all = new ArrayList<>(rows.in(company, box));
        Collections.reverse(all);
        return all.stream()
                .sorted(Comparator.comparing(Message::heard))
                .map(one ->
                        new Kept(
                                one.facts().id(),
                                one.heard(),
                                one.facts().caller(),
                                one.facts().began()))
                .toList();
    }

    List<Message> in(CompanyId company, MailboxId box) {
        return rows.in(company, box);
    }

    int unheard(CompanyId company, MailboxId box) {
        return rows.unheard(company, box);
    }

    Optional<Message> find(CompanyId company, MessageId id) {
        return rows.find(company, id);
    }

    Optional<Message> findDeleted(CompanyId company, MessageId id) {
        return rows.findDeleted(company, id);
    }

    @Override
    public void forward(CompanyId company, MessageId id, MailboxId box) {
        changes.add(() -> rows.find(company, id).ifPresent(message -> forward(message, box)));
    }

    /** Puts a copy into another mailbox. */
    void forward(Message message, MailboxId box) {
        NewMessage was = message.facts();
        NewMessage copy =
                new NewMessage(
                        new MessageId("copy-" + UUID.randomUUID()),
                        was.company(),
                        box,
                        was.caller(),
                        was.began());
        files.announce(copy);
        files.copy(was, copy);
        keep(
                new Message(copy, message.length(), message.cutShort(), message.urgent(), false),
                true);
    }

    @Override
    public Path file(CompanyId company, MessageId message) {
        if (GreetingFiles.isGreeting(message)) {
            return shelf.greetings().sound(company, message);
        }
        shelf.listening().begins(message);
        return files.sound(company, message);
    }

    /** What was being left when the process ended is kept as far as it came. */
    private void sweep() {
        files.unsettled().stream().filter(files::complete).forEach(this::sweep);
        changes.add(() -> {
            rows.unmeasured().forEach(old -> rows.measured(old.id(), files.size(old)));
            store.releaseAll(clock);
            postman.call();
        });
    }

    private void sweep(NewMessage message) {
        try {
            Duration length = files.length(message);
            if (length.isZero()) {
                files.remove(message);
            } else {
                keep(new Message(message, length, true), true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOld() {
        shelf.old().forget().forEach(this::tell);
    }

    long waitingNow() {
        return changes.waiting();
    }

    @Override
    public void start() {
        sweep();
        changes.start();
        regular.every(Retention.BETWEEN_LOOKS, () -> changes.add(this::forgetOld));
    }

    @Override
    public void stop() {
        regular.close();
        try {
            changes.stop();
        } catch (InterruptedException _) {
            // Whoever stops all this is in a hurry; the notes on the disk are there.
            LOG.warn("mailboxes were stopped in the middle of a change");
        }
    }

    @Override
    public boolean isRunning() {
        return changes.isRunning();
    }

    /** Before the calls, and after them when all is taken down. */
    @Override
    public int getPhase() {
        return -1;
    }
}
