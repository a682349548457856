package org.sonnerie.pbx.sounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.DamagedSoundException;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.media.api.SoundKeys;
import org.sonnerie.media.sealing.SealedFiles;
import org.sonnerie.media.sealing.SealedWriter;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.CompanyDeleted;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.Greetings;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.sonnerie.pbx.runtime.Plans;

/** Sounds lie sealed on the disk and are heard as ever; the relay's part is played. */
@BothDatabases({"SoundKeyRows"})
class SealedSoundsIT {
    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";
    private static final String LIST = "/phone/voicemail";
    private static final Named JEANNE = new Named("Jeanne", "+33612345678");
    private static final MailboxId ALICES = MailboxId.of(new PersonId("alice"));
    private static final Duration LENGTH = Duration.ofMillis(4_400);
    private static final int SECOND = 3_000;

    /** Octets before the first segment, and of each segment beside its sound. */
    private static final int HEAD = 40;

    private static final int AROUND = 20;

    private RunningServer server = RunningServer.demo();
    private CompanyId company = new CompanyId("none");
    private Browser alice = new Browser(server);

    @BeforeEach
    void signIn() {
        alice = Browser.signedIn(server, "alice");
        company = server.bean(Plans.class).companyOf(new PersonId("alice")).orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] sound() throws IOException {
        try (InputStream file = SealedSoundsIT.class.getResourceAsStream(SOUND)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** As the relay does, a second at a time; ended or not. */
    private void record(Path file, boolean ended) throws IOException {
        byte[] sound = sound();
        SealedWriter writer =
                new SealedFiles(server.bean(SoundKeys.class)).writer(file).orElseThrow();
        try (var out = Files.newOutputStream(file)) {
            for (int at = 0; at < sound.length; at += SECOND) {
                out.write(
                        writer.add(
                                Arrays.copyOfRange(
                                        sound, at, Math.min(sound.length, at + SECOND))));
            }
            if (ended) {
                out.write(writer.end());
            }
        }
    }

    private Path begin(String id) {
        return server.bean(Mailboxes.class)
                .begin(
                        new Mailboxes.NewMessage(
                                new MessageId(id), company, ALICES, JEANNE, Instant.now()));
    }

    private Path leave(String id) throws IOException {
        Path file = begin(id);
        record(file, true);
        server.bean(Mailboxes.class).recorded(new MessageId(id), LENGTH);
        untilListed(id);
        return file;
    }

    private void untilListed(String id) {
        until(id + " is there", () -> alice.get(LIST).body().contains('"' + id + '"'));
    }

    private HttpResponse<byte[]> heard(String id, Map<String, String> headers) {
        return alice.octets(LIST + "/" + id + "/sound", headers);
    }

    private static void isSealed(Path file) throws IOException {
        String octets = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(octets).startsWith("SNRSEAL1").doesNotContain("OggS").doesNotContain("Opus");
        byte[] sound = sound();
        for (int at = 0; at + 16 <= sound.length; at += 16) {
            assertThat(octets)
                    .doesNotContain(new String(sound, at, 16, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aSealedMessageIsHeardFromAnywhere() throws IOException {
        isSealed(leave("m-1"));

        assertThat(heard("m-1", Map.of()).body()).isEqualTo(sound());
        HttpResponse<byte[]> part = heard("m-1", Map.of("Range", "bytes=5001-9000"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range"))
                .hasValue("bytes 5001-9000/" + sound().length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(sound(), 5_001, 9_001));
        assertThat(alice.get(LIST + "/m-1/sound?format=wav").body()).startsWith("RIFF");
    }

    @Test
    void aCopyIsSealedForItsOwnPlace() throws IOException {
        Path file = leave("m-2");
        server.bean(Mailboxes.class).forward(company, new MessageId("m-2"), ALICES);
        untilListed("m-2");
        until("two", () -> alice.get(LIST).body().contains("\"copy-"));
        String body = alice.get(LIST).body();
        String copy = body.substring(body.indexOf("copy-"), body.indexOf("copy-") + 41);

        Path copied = file.resolveSibling(copy + ".opus");
        isSealed(copied);
        assertThat(heard(copy, Map.of()).body()).isEqualTo(sound());
        Files.copy(file, copied, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(heard(copy, Map.of()).statusCode()).isEqualTo(500);
    }

    @Test
    void whatAKillCutOffIsAMessageCutShort() throws IOException {
        Path file = begin("m-3");
        record(file, false);
        byte[] octets = Files.readAllBytes(file);
        int half = octets.length / 2;
        Files.write(file, Arrays.copyOf(octets, half));
        Path data = server.data();
        server.stop();

        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        alice = Browser.signedIn(server, "alice");

        untilListed("m-3");
        assertThat(alice.get(LIST).body())
                .contains("\"cutShort\":true")
                .doesNotContain("\"seconds\":4");
        int kept = (half - HEAD) / (SECOND + AROUND) * SECOND;
        assertThat(kept).isPositive();
        assertThat(heard("m-3", Map.of()).body()).isEqualTo(Arrays.copyOf(sound(), kept));
        isSealed(file);
    }

    @Test
    void aRecordingIsSealedAndOneThatFailedIsKeptAsFarAsItCame() throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        Path file =
                recordings.begin(
                        new CallRecordings.NewRecording(
                                new RecordingId("r1"),
                                company,
                                new CallRecordings.Of.Call("c-r1", JEANNE, new Named("A", "101")),
                                Optional.of(new PersonId("alice")),
                                Instant.now()));
        record(file, false);
        recordings.closed(new RecordingId("r1"), LENGTH, true);
        until(
                "r1 is there",
                () -> alice.get("/phone/recordings").body().contains("\"cutShort\":true"));
        until("it is settled", () -> Files.notExists(file.resolveSibling("r1.json")));

        isSealed(file);
        assertThat(alice.octets("/phone/recordings/r1/sound", Map.of()).body()).isEqualTo(sound());
    }

    @Test
    void aGreetingRecordedByPhoneIsSealed() throws IOException {
        Greetings greetings = server.bean(Greetings.class);
        MessageId name = new MessageId("c-1-g1");
        Path file = greetings.begin(company, name);
        record(file, true);
        greetings.keep(company, ALICES, GreetingKind.USUAL, name);
        until("kept", () -> greetings.facts(company, ALICES).usual().isPresent());
        isSealed(file);
        assertThat(server.bean(SoundFiles.class).octets(file)).isEqualTo(sound().length);
    }

    @Test
    void whatWasAlteredOrIsNotThisCompanysIsRefused() throws IOException {
        Path file = leave("m-4");
        byte[] octets = Files.readAllBytes(file);
        SoundFiles files = server.bean(SoundFiles.class);
        Path others =
                Files.createDirectories(server.data().toAbsolutePath().resolve("voicemail/other"))
                        .resolve(file.getFileName());
        Files.copy(file, others);
        assertThatThrownBy(() -> files.open(others)).isInstanceOf(DamagedSoundException.class);

        Files.write(file, Arrays.copyOf(octets, octets.length - 20));
        HttpResponse<String> refused = alice.get(LIST + "/m-4/sound");
        assertThat(refused.statusCode()).isEqualTo(500);
        byte[] altered = octets.clone();
        altered[100] ^= 1;
        Files.write(file, altered);
        assertThat(alice.get(LIST + "/m-4/sound?format=wav").statusCode()).isEqualTo(500);
        Files.write(file, octets);
        assertThat(heard("m-4", Map.of()).body()).isEqualTo(sound());
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
    }

    @Test
    void whatStoodInClearIsHeardAndSealedAfterwards() throws IOException {
        Path file = leave("m-5");
        Files.write(file, sound());
        assertThat(heard("m-5", Map.of()).body()).isEqualTo(sound());
        Path running = begin("m-6");
        Files.write(running, sound());
        age(running);
        Path left = file.resolveSibling("m-5.opus.sealing");
        Files.write(left, sound());
        age(left);
        server.bean(SoundSealing.class).sealAll();
        assertThat(Files.readAllBytes(file)).isEqualTo(sound());

        age(file);
        server.bean(SoundSealing.class).sealAll();

        isSealed(file);
        assertThat(heard("m-5", Map.of()).body()).isEqualTo(sound());
        assertThat(Files.readAllBytes(running)).isEqualTo(sound());
        assertThat(left).doesNotExist();
    }

    @Test
    void withoutItsCompanysKeyASoundIsGone() throws IOException {
        Path file = leave("m-7");
        var rows = TestDatabase.outside(server.data());
        String sealed = rows.sql("select sealed from sound_key").query(String.class).single();
        assertThat(sealed).startsWith("2.");
        rows.sql("delete from sound_key").update();
        server.bean(SoundKeyStore.class)
                .on(
                        new CompanyDeleted(
                                server.bean(Companies.class).find(company.text()).orElseThrow(),
                                company));

        SoundFiles files = server.bean(SoundFiles.class);
        assertThatThrownBy(() -> files.open(file))
                .isInstanceOf(DamagedSoundException.class)
                .hasMessageContaining("is not here");
    }
}
