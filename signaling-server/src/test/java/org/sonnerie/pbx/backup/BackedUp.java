package org.sonnerie.pbx.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.history.CallFilter;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.LoggedCall;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.sonnerie.pbx.trunkaccounts.TrunkAccounts;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;

/** A demo server with a message, one that is being left, a recording and a call; and its backup. */
final class BackedUp implements AutoCloseable {
    static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    static final String PASSPHRASE = "croissants at five in the morning";
    static final TrunkId TRUNK = new TrunkId("loopback");
    static final Duration LIMIT = Duration.ofSeconds(60);
    static final Instant AT = Instant.parse("2026-11-23T10:00:00.123456Z");
    static final String MESSAGE = "voicemail/boulangerie-martin/m-kept.opus";
    static final String RECORDING = "recordings/boulangerie-martin/r-kept.opus";
    static final String NOTE = "voicemail/boulangerie-martin/m-being-left.json";

    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";

    final RunningServer server = RunningServer.demo();
    final String before;
    final Path file;

    BackedUp() throws IOException {
        fill();
        Browser provider = Browser.signedIn(server, "provider");
        FormPage.form(provider, "/provider/backups", "/settings")
                .with("passphrase", PASSPHRASE)
                .with("again", PASSPHRASE)
                .send();
        before = history(server);
        String name = made(provider);
        file = RunningServer.temporaryFolder().resolve(name);
        Files.write(file, provider.octets("/provider/backups/" + name, Map.of()).body());
    }

    @Override
    public void close() {
        server.close();
    }

    private void fill() throws IOException {
        CompanyPlan plan = server.bean(Published.class).current(MARTIN);
        List<LoggedEvent> events = new PastCall(plan, "c-past", AT).events();
        server.bean(CallHistory.class)
                .keep(
                        new LoggedCall(
                                new CallId("c-past"),
                                plan,
                                events.stream().map(LoggedEvent::event).toList()));
        server.bean(TrunkAccounts.class).set(MARTIN, TRUNK, new TrunkSecret("carrier's secret"));
        leave("m-kept");
        server.bean(Mailboxes.class).recorded(new MessageId("m-kept"), Duration.ofSeconds(4));
        leave("m-being-left");
        record();
        await(data -> data.contains("m-kept"));
    }

    private void leave(String id) throws IOException {
        Path sound =
                server.bean(Mailboxes.class)
                        .begin(
                                new Mailboxes.NewMessage(
                                        new MessageId(id),
                                        MARTIN,
                                        MailboxId.of(new PersonId("alice")),
                                        new Named("Jeanne", "+33612345678"),
                                        AT));
        Files.write(sound, sound());
    }

    private void record() throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        Path sound =
                recordings.begin(
                        new CallRecordings.NewRecording(
                                new RecordingId("r-kept"),
                                MARTIN,
                                new CallRecordings.Of.Call(
                                        "c-past", new Named("A", "1"), new Named("B", "2")),
                                Optional.<PersonId>empty(),
                                AT));
        Files.write(sound, sound());
        recordings.closed(new RecordingId("r-kept"), Duration.ofSeconds(2), false);
    }

    /** Of a few seconds: what is no sound would not be kept by the server that is started on it. */
    private static byte[] sound() throws IOException {
        try (InputStream said = BackedUp.class.getResourceAsStream(SOUND)) {
            return Objects.requireNonNull(said).readAllBytes();
        }
    }

    static byte[] octets(int length, long seed) {
        byte[] octets = new byte[length];
        new Random(seed).nextBytes(octets);
        return octets;
    }

    private void await(Predicate<String> there) {
        long end = System.nanoTime() + LIMIT.toNanos();
        Browser alice = Browser.signedIn(server, "alice");
        while (!there.test(alice.get("/phone/voicemail").body())) {
            assertThat(System.nanoTime()).as("it is there").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** By the page's own button; the name of what is there then. */
    String made(Browser provider) {
        FormPage.form(provider, "/provider/backups", "/provider/backups").send();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (server.bean(Backups.class).underWay()) {
            assertThat(System.nanoTime()).as("it is made").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(server.bean(Backups.class).failed()).isFalse();
        return server.bean(Backups.class).all().getFirst().name();
    }

    static String history(RunningServer of) {
        return of.bean(CallHistory.class)
                .page(MARTIN, CallFilter.ALL, Optional.empty(), CallHistory.LONGEST_PAGE)
                .calls()
                .toString();
    }

    static Path newFolder() {
        return RunningServer.temporaryFolder().resolve("data");
    }
}
