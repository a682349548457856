package org.sonnerie.pbx.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.company.Storage;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import org.sonnerie.pbx.runtime.Plans;

/** Who sees, hears and deletes recordings, over HTTP; the relay's part is played. */
@BothDatabases({"RecordingRows", "AccessRows"})
class RecordingsIT {
    private static final String REST = "/api/v1/recordings";
    private static final String OWN = "/phone/recordings";
    private static final String PAGE = "/admin/recordings";
    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";
    private static final Named JEANNE = new Named("Jeanne", "+33612345678");
    private static final Named ALICE = new Named("Alice", "101");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private RunningServer server = RunningServer.demo();
    private CompanyId company = new CompanyId("none");
    private Browser admin = new Browser(server);

    @BeforeEach
    void signIn() {
        admin = Browser.signedIn(server, "admin");
        company = server.bean(Plans.class).companyOf(new PersonId("alice")).orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] sound() throws IOException {
        try (InputStream file = RecordingsIT.class.getResourceAsStream(SOUND)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private Path begin(String id, Of of, Optional<PersonId> by, Instant at) throws IOException {
        Path file =
                server.bean(CallRecordings.class)
                        .begin(new NewRecording(new RecordingId(id), company, of, by, at));
        Files.write(file, sound());
        until(id + " is there", () -> admin.get(REST + "/" + id).statusCode() == 200);
        return file;
    }

    private Path begin(String id, Instant at) throws IOException {
        return begin(
                id, new Of.Call("c-" + id, JEANNE, ALICE), Optional.of(new PersonId("alice")), at);
    }

    private void end(String id) {
        server.bean(CallRecordings.class)
                .closed(new RecordingId(id), Duration.ofMillis(4_400), false);
        until(id + " is whole", () -> state(id).contains("\"state\":\"WHOLE\""));
    }

    private String state(String id) {
        return admin.get(REST + "/" + id).body();
    }

    private HttpResponse<String> act(Browser who, String method, String path) {
        return who.ask(method, path, "", Map.of());
    }

    private long accesses(String id) {
        return TestDatabase.outside(server.data())
                .sql("select count(*) from recording_access where recording_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void anAdminFindsHearsDeletesAndTakesItBack() throws IOException {
        begin("r1", Instant.now());
        assertThat(state("r1"))
                .contains("\"state\":\"RUNNING\"", "\"askedBy\":\"alice\"", "\"name\":\"Jeanne\"");
        assertThat(admin.get(REST + "/r1/sound").statusCode()).isEqualTo(404);
        end("r1");

        assertThat(state("r1")).contains("\"seconds\":4.4");
        HttpResponse<String> sound = admin.get(REST + "/r1/sound");
        assertThat(sound.statusCode()).isEqualTo(200);
        assertThat(sound.headers().firstValue("Content-Type")).hasValue("audio/ogg");
        assertThat(admin.get(PAGE).body())
                .contains("Jeanne", "Alice", "/admin/recordings/r1/sound");
        assertThat(admin.get(PAGE + "/r1/download").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("r1.opus"));
        assertThat(accesses("r1")).isEqualTo(2);

        assertThat(act(admin, "DELETE", REST + "/r1").statusCode()).isEqualTo(204);
        assertThat(admin.get(REST + "/r1").statusCode()).isEqualTo(404);
        assertThat(admin.get(PAGE).body()).doesNotContain("/admin/recordings/r1/sound");
        assertThat(act(admin, "POST", REST + "/r1/restore").statusCode()).isEqualTo(204);
        assertThat(admin.get(REST + "/r1").statusCode()).isEqualTo(200);
        assertThat(accesses("r1")).isEqualTo(4);
        assertThat(admin.get("/admin/audit-log?kind=recordings").body())
                .contains("Deleted the recording r1", "Took the deletion of the recording r1 back")
                .as("heard and downloaded in the same minutes")
                .containsOnlyOnce("Fetched the recording r1");
    }

    /** Decoded on its way: its size is known before, and any part of it can be asked for. */
    @Test
    void itIsDownloadedAsWav() throws IOException {
        begin("r9", Instant.now());
        end("r9");
        HttpResponse<byte[]> wav = admin.octets(REST + "/r9/sound?format=wav", Map.of());
        assertThat(wav.statusCode()).isEqualTo(200);
        assertThat(wav.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(wav.headers().firstValueAsLong("Content-Length")).hasValue(wav.body().length);
        ByteBuffer header = ByteBuffer.wrap(wav.body()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(wav.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(header.getInt(4)).isEqualTo(wav.body().length - 8);
        assertThat(header.getInt(24)).isEqualTo(16_000);
        assertThat(header.getInt(40)).isEqualTo(wav.body().length - 44);

        HttpResponse<byte[]> part =
                admin.octets(REST + "/r9/sound?format=wav", Map.of("Range", "bytes=50001-51000"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(wav.body(), 50_001, 51_001));
        HttpResponse<byte[]> page = admin.octets(PAGE + "/r9/download?format=wav", Map.of());
        assertThat(page.body()).isEqualTo(wav.body());
        assertThat(page.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("r9.wav"));
        assertThat(accesses("r9")).isEqualTo(3);

        Browser alice = Browser.signedIn(server, "alice");
        assertThat(alice.octets(OWN + "/r9/sound?format=wav", Map.of()).body())
                .isEqualTo(wav.body());
        assertThat(admin.get(REST + "/r9/sound?format=mp3").statusCode()).isEqualTo(400);
        assertThat(accesses("r9")).as("what was refused is not noted").isEqualTo(4);
    }

    @Test
    void whatHoldsNoSoundIsNoWav() throws IOException {
        Path file = begin("r10", Instant.now());
        end("r10");
        Files.write(file, new byte[1_000]);
        assertThat(admin.get(REST + "/r10/sound?format=wav").statusCode()).isEqualTo(404);
    }

    @Test
    void whoAskedForItHearsHisOwnAndNobodyElseDoes() throws IOException {
        begin("r2", Instant.now());
        end("r2");
        Browser alice = Browser.signedIn(server, "alice");
        Browser bob = Browser.signedIn(server, "bob");

        assertThat(alice.get(OWN).body()).contains("\"id\":\"r2\"", "\"call\":\"c-r2\"");
        assertThat(alice.get(OWN + "/r2/sound").statusCode()).isEqualTo(200);
        assertThat(bob.get(OWN).body()).isEqualTo("{\"recordings\":[]}");
        assertThat(bob.get(OWN + "/r2/sound").statusCode()).isEqualTo(404);
        for (String path : new String[] {REST, REST + "/r2/sound", PAGE, PAGE + "/r2/sound"}) {
            assertThat(bob.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(new Browser(server).get(path).statusCode()).as(path).isNotEqualTo(200);
        }
    }

    @Test
    void theListIsFilteredAndReadInParts() throws IOException {
        Instant now = Instant.now();
        begin("r3", now.minus(Duration.ofDays(2)));
        begin(
                "r4",
                new Of.Conference(new RoomId("meeting")),
                Optional.empty(),
                now.minusSeconds(60));
        begin("r5", new Of.Call("c5", ALICE, new Named("Bob", "102")), Optional.empty(), now);
        assertThat(list("")).containsSubsequence("\"r5\"", "\"r4\"", "\"r3\"");
        assertThat(list("?number=0612")).doesNotContain("\"r3\"");
        assertThat(list("?number=612345")).contains("\"r3\"").doesNotContain("\"r5\"");
        assertThat(list("?person=bob")).contains("\"r5\"").doesNotContain("\"r3\"", "\"r4\"");
        assertThat(list("?limit=2")).contains("\"next\":\"r4\"").doesNotContain("\"r3\"");
        assertThat(list("?limit=2&after=r4")).contains("\"r3\"").doesNotContain("next", "\"r5\"");
        assertThat(admin.get(REST + "?person=nobody").statusCode()).isEqualTo(400);
        assertThat(admin.get(REST + "?limit=0").statusCode()).isEqualTo(400);
        assertThat(list("?from=" + now.minusSeconds(3_600))).doesNotContain("\"r3\"");
    }

    private String list(String query) {
        return admin.get(REST + query).body();
    }

    @Test
    void whatTheProcessDidNotEndIsCutShortAfterwards() throws IOException {
        Path file = begin("r6", Instant.now());
        Files.write(file, Arrays.copyOf(sound(), sound().length - 3));
        RecordingKeeper another = anotherProcess();

        another.takeUp();
        another.settle();

        assertThat(state("r6"))
                .contains("\"state\":\"CUT_SHORT\"")
                .doesNotContain("\"seconds\":0.0");
        assertThat(Files.exists(file.resolveSibling("r6.json"))).isFalse();
    }

    /** A process that was started while the files and the database are as they are. */
    private RecordingKeeper anotherProcess() {
        return new RecordingConfiguration()
                .recordingKeeper(
                        server.bean(RecordingRows.class),
                        server.bean(Durability.class),
                        server.bean(Plans.class),
                        InstantSource.system(),
                        server.bean(RecordingFiles.class),
                        server.bean(Storage.class));
    }

    @Test
    void whatIsOlderThanThePlanKeepsItIsRemoved() throws IOException {
        Path old = begin("r7", Instant.now().minus(Duration.ofDays(91)));
        end("r7");
        begin("r8", Instant.now().minus(Duration.ofDays(89)));
        end("r8");

        server.bean(RecordingKeeper.class).forget();

        assertThat(admin.get(REST + "/r7").statusCode()).isEqualTo(404);
        assertThat(Files.exists(old)).isFalse();
        assertThat(admin.get(REST + "/r8").statusCode()).isEqualTo(200);
    }
}
