package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.Greetings;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.sonnerie.pbx.runtime.Plans;

/** The demo company's mailboxes on a running server, where the relay's part is played. */
record Mailroom(RunningServer server, CompanyId company) {
    static final MailboxId ALICES = MailboxId.of(new PersonId("alice"));
    static final MailboxId OF_SALES = MailboxId.of(new GroupId("sales"));
    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";
    private static final Named JEANNE = new Named("Jeanne", "+33612345678");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Mailroom of(RunningServer server) {
        return new Mailroom(
                server, server.bean(Plans.class).companyOf(new PersonId("alice")).orElseThrow());
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void write(Path file) {
        try (InputStream sound = Mailroom.class.getResourceAsStream(SOUND)) {
            Files.write(file, Objects.requireNonNull(sound).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message is left, and in the database. */
    Path leave(String id, MailboxId box, Instant at) {
        MessageId message = new MessageId(id);
        Mailboxes mailboxes = server.bean(Mailboxes.class);
        Path file = mailboxes.begin(new Mailboxes.NewMessage(message, company, box, JEANNE, at));
        write(file);
        mailboxes.recorded(message, Duration.ofMillis(4_400));
        until(id + " is there", () -> isThere(id));
        return file;
    }

    boolean isThere(String id) {
        MessageId message = new MessageId(id);
        MessageRows rows = server.bean(MessageRows.class);
        return rows.find(company, message).isPresent()
                || rows.findDeleted(company, message).isPresent();
    }

    /** A greeting is recorded, not yet kept. */
    Path record(String name) {
        Path file = server.bean(Greetings.class).begin(company, new MessageId(name));
        write(file);
        return file;
    }

    /** A greeting is recorded, kept and in the database. */
    Path keep(String name, MailboxId box, GreetingKind kind) {
        Path file = record(name);
        server.bean(Greetings.class).keep(company, box, kind, new MessageId(name));
        until(name + " is used", () -> server.bean(GreetingRows.class).sounds().contains(name));
        return file;
    }

    /** Publishes the plan with a change of its text. */
    void publish(String what, String instead) {
        String document = server.bean(Published.class).document(company);
        assertThat(document).contains(what);
        server.bean(Published.class).publish(company, document.replace(what, instead));
    }
}
