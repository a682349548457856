package org.sonnerie.pbx.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.company.CompanyLimits;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.company.Storage;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import org.sonnerie.pbx.runtime.Greetings;

/** What a company may have at most, at its edge, in every way in. The demo has four people. */
@BothDatabases
class LimitsIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";
    private static final String FULL = "as many people as it may have";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private RunningServer server;
    private Browser admin;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        admin.get("/account");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void limit(CompanyLimits limits) {
        server.bean(CompanyTerms.class).limit(MARTIN, limits);
    }

    private void people(int most) {
        limit(new CompanyLimits(OptionalInt.of(most), NONE, NONE, NONE));
    }

    private void megabytes(int most) {
        limit(new CompanyLimits(NONE, NONE, NONE, OptionalInt.of(most)));
    }

    private int count() {
        return server.bean(People.class).counts().getOrDefault(MARTIN, 0);
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private HttpResponse<String> byRest(String userName) {
        String body = "{\"userName\":\"%s\",\"name\":\"Somebody\"}".formatted(userName);
        return admin.ask("POST", "/api/v1/people", body, JSON);
    }

    @Test
    void byRestTheFifthPersonOfFiveIsAddedAndTheSixthIsRefused() {
        people(5);

        assertThat(byRest("dora").statusCode()).isEqualTo(201);
        HttpResponse<String> refused = byRest("emil");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(FULL);
        assertThat(count()).isEqualTo(5);
        people(6);
        assertThat(byRest("emil").statusCode()).isEqualTo(201);
    }

    @Test
    void manyWhoAddTheLastOneAtOnceAddOne() {
        people(5);

        List<CompletableFuture<Integer>> answers =
                IntStream.range(0, 6)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> byRest("dora" + i).statusCode()))
                        .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        assertThat(count()).isEqualTo(5);
    }

    private FormPage form(String userName) {
        return FormPage.open(admin, "/admin/people/add")
                .with("userName", userName)
                .with("name", "Somebody");
    }

    @Test
    void byTheFormTheFifthPersonOfFiveIsAddedAndTheSixthIsRefused() {
        people(5);
        form("dora").send();
        int phones = server.bean(Published.class).current(MARTIN).people().size();

        FormPage back = form("emil").sentBack();

        assertThat(back.text()).contains(FULL);
        assertThat(back.value("userName")).isEqualTo("emil");
        assertThat(count()).isEqualTo(5);
        assertThat(server.bean(Published.class).current(MARTIN).people()).hasSize(phones);
    }

    @Test
    void ofAListNobodyIsAddedWhereTheLastOneIsTooMany() {
        people(5);
        String page = "/admin/people/import";
        byte[] two = "Name;User name\nDora;dora\nEmil;emil\n".getBytes(StandardCharsets.UTF_8);
        byte[] one = "Name;User name\nDora;dora\n".getBytes(StandardCharsets.UTF_8);

        assertThat(admin.sendFile(page, page + "/preview", "file", two).body()).contains(FULL);
        assertThat(admin.sendFile(page, page, "list", two).body()).contains(FULL);
        assertThat(count()).isEqualTo(4);

        assertThat(admin.sendFile(page, page + "/preview", "file", one).body())
                .doesNotContain(FULL);
        assertThat(admin.sendFile(page, page, "list", one).body()).contains("/welcome/");
        assertThat(count()).isEqualTo(5);
    }

    private int numbers() {
        return server.bean(Published.class).current(MARTIN).outside().numbers().size();
    }

    @Test
    void theSixthNumberOfSixIsAddedAndTheSeventhIsRefusedByFormAndByPublication() {
        limit(new CompanyLimits(NONE, OptionalInt.of(6), NONE, NONE));
        FormPage.open(admin, "/admin/numbers/add")
                .with("number", "+15550100800")
                .with("to", "101")
                .send();
        assertThat(numbers()).isEqualTo(6);

        FormPage back =
                FormPage.open(admin, "/admin/numbers/add")
                        .with("number", "+15550100801")
                        .with("to", "101")
                        .sentBack();
        assertThat(back.text()).contains("it has 7 public numbers, and may have 6");

        String more =
                server.bean(Published.class)
                        .document(MARTIN)
                        .replaceFirst(
                                "\"numbers\" : \\[",
                                "\"numbers\" : [{\"number\": \"+15550100801\", \"to\": \"music\"},");
        assertThat(more).contains("+15550100801");
        assertThat(admin.ask("PUT", "/api/v1/plan/draft", more, JSON).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = admin.ask("POST", "/api/v1/plan/publish", "", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("it has 7 public numbers, and may have 6");
        assertThat(numbers()).isEqualTo(6);
    }

    @Test
    void whatIsBeyondALowerLimitStaysAndCanBeWorkedOn() {
        limit(new CompanyLimits(OptionalInt.of(1), OptionalInt.of(1), NONE, NONE));

        FormPage.open(admin, "/admin/numbers/+15550100101").with("to", "102").send();

        assertThat(admin.get("/admin/numbers").body()).contains("Bob, extension 102");
        assertThat(numbers()).isEqualTo(5);
    }

    private static byte[] sound() throws IOException {
        try (InputStream file = LimitsIT.class.getResourceAsStream(SOUND)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private void recorded(String id) throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        Path file =
                recordings.begin(
                        new NewRecording(
                                new RecordingId(id),
                                MARTIN,
                                new Of.Call("c-" + id, new Named("A", "1"), new Named("B", "2")),
                                Optional.of(new PersonId("alice")),
                                Instant.parse("2026-11-23T10:00:00Z")));
        Files.write(file, sound());
        recordings.closed(new RecordingId(id), Duration.ofSeconds(2), false);
    }

    @Test
    void whatIsRecordedCountsUntilItIsDeletedAndWhatFitsIsKeptToTheByte() throws IOException {
        Storage storage = server.bean(Storage.class);
        megabytes(1);
        recorded("r-1");
        until("its size is known", () -> storage.used(MARTIN) == soundLength());

        assertThat(storage.fits(MARTIN, 1_000_000 - soundLength())).isTrue();
        assertThat(storage.fits(MARTIN, 1_000_001 - soundLength())).isFalse();

        assertThat(admin.ask("DELETE", "/api/v1/recordings/r-1", "", Map.of()).statusCode())
                .isEqualTo(204);
        assertThat(storage.used(MARTIN)).isZero();
    }

    private static long soundLength() {
        try {
            return sound().length;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whereTheStorageIsFullNothingIsRecordedAndMailboxesAreFull() {
        MailboxId alices = MailboxId.of(new PersonId("alice"));
        CallRecordings recordings = server.bean(CallRecordings.class);
        Greetings greetings = server.bean(Greetings.class);
        assertThat(recordings.hasRoom(MARTIN)).isTrue();
        assertThat(greetings.facts(MARTIN, alices).full()).isFalse();

        megabytes(0);

        assertThat(recordings.hasRoom(MARTIN)).isFalse();
        assertThat(greetings.facts(MARTIN, alices).full()).isTrue();
    }

    @Test
    void theAdministratorSeesLimitsAndUse() {
        limit(new CompanyLimits(OptionalInt.of(4), OptionalInt.of(9), NONE, OptionalInt.of(500)));

        String page = admin.get("/admin/limits").body();

        assertThat(page).contains("People", "Full", "9", "500", "No limit");
        assertThat(page.split("Full", -1)).as("of people only").hasSize(2);
        assertThat(admin.get("/admin/people").body()).contains("href=\"/admin/limits\"");
    }
}
