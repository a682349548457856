package org.sonnerie.pbx.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;

/** What a program reads at {@code /api/v1/events}, for how long, and after which event. */
@BothDatabases({"EventRows", "TokenRows"})
@Timeout(120)
class EventsIT {
    private static final String EVENTS = "/api/v1/events";
    private static final Instant AT = Instant.parse("2026-11-27T09:00:00Z");
    private static final CompanyId OTHERS = new CompanyId("other-company");

    private RunningServer server;
    private Browser admin;
    private CompanyId company;
    private Program crm;

    @BeforeEach
    void start() {
        server = RunningServer.demo("--sonnerie.origins=https://crm.example.org");
        admin = Browser.signedIn(server, "admin");
        company = server.bean(Published.class).companyOf(new PersonId("alice")).orElseThrow();
        server.bean(Companies.class).add(new Company(OTHERS, "Others"));
        crm = Program.of(server, admin, "CRM", "events:read");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void happens(CompanyId where, String id) {
        server.bean(CompanyEvents.class)
                .write(
                        where,
                        List.of(
                                new CompanyEvent(
                                        where,
                                        0,
                                        id,
                                        EventType.CALL_RINGING,
                                        AT,
                                        "{\"é\":\"" + id + "\"}")));
    }

    /** A stream as a browser's fetch reads it. */
    private final class Reader implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final HttpResponse<InputStream> answer;
        private final BufferedReader lines;

        Reader(Program program, Optional<String> last) throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(server.http(EVENTS))
                            .header("Authorization", "Bearer " + program.token());
            last.ifPresent(id -> request.header("Last-Event-ID", id));
            answer = client.send(request.build(), BodyHandlers.ofInputStream());
            lines =
                    new BufferedReader(
                            new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            if (answer.statusCode() == 200) {
                assertThat(lines.readLine()).isEqualTo(": follows");
                assertThat(lines.readLine()).isEmpty();
            }
        }

        /** The next event: its lines, comments left out. */
        List<String> next() throws IOException {
            Stream.Builder<String> event = Stream.builder();
            boolean any = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && any) {
                    return event.build().toList();
                }
                if (!line.isEmpty() && !line.startsWith(":")) {
                    event.add(line);
                    any = true;
                }
            }
            return List.of();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    private Reader read(Optional<String> last) throws IOException, InterruptedException {
        return new Reader(crm, last);
    }

    @Test
    void whatHappensIsReadAsItHappensAndNothingOfAnotherCompany()
            throws IOException, InterruptedException {
        happens(company, "evt_before");
        try (Reader reader = read(Optional.empty())) {
            assertThat(reader.answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            happens(OTHERS, "evt_theirs");
            happens(company, "evt_1");
            happens(company, "evt_1");
            happens(company, "evt_2");

            assertThat(reader.next())
                    .containsExactly("id: evt_1", "event: call.ringing", "data: {\"é\":\"evt_1\"}");
            assertThat(reader.next()).contains("id: evt_2");
        }
    }

    @Test
    void whoeverComesBackReadsWhatHeMissed() throws IOException, InterruptedException {
        happens(company, "evt_1");
        happens(company, "evt_2");
        happens(OTHERS, "evt_theirs");
        happens(company, "evt_3");

        try (Reader reader = read(Optional.of("evt_1"))) {
            assertThat(reader.next()).contains("id: evt_2");
            assertThat(reader.next()).contains("id: evt_3");
            happens(company, "evt_4");
            assertThat(reader.next()).contains("id: evt_4");
        }
        try (Reader reader = read(Optional.of("evt_theirs"))) {
            assertThat(reader.next())
                    .as("one that is not his: from the first")
                    .contains("id: evt_1");
        }
    }

    @Test
    void aRevokedTokensStreamEndsAndTellsNothingMore() throws IOException, InterruptedException {
        try (Reader reader = read(Optional.empty())) {
            String id =
                    admin.get("/api/v1/tokens").body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
            assertThat(admin.ask("DELETE", "/api/v1/tokens/" + id, "", Map.of()).statusCode())
                    .isEqualTo(204);
            happens(company, "evt_1");

            assertThat(reader.next()).as("the end").isEmpty();
        }
        try (Reader refused = read(Optional.empty())) {
            assertThat(refused.answer.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aTokenHasFiveAtOnceAndAnotherOnceOneIsOver() throws IOException, InterruptedException {
        List<Reader> five =
                List.of(
                        read(Optional.empty()),
                        read(Optional.empty()),
                        read(Optional.empty()),
                        read(Optional.empty()),
                        read(Optional.empty()));
        try (Reader sixth = read(Optional.empty());
                Reader other =
                        new Reader(
                                Program.of(server, admin, "other", "events:read"),
                                Optional.empty())) {
            assertThat(sixth.answer.statusCode()).isEqualTo(429);
            assertThat(sixth.lines.readLine()).contains("at most 5 streams");
            assertThat(other.answer.statusCode()).isEqualTo(200);
        }
        five.getFirst().close();
        int status = 429;
        while (status == 429) {
            // The server notices when it writes.
            happens(company, "evt_" + System.nanoTime());
            try (Reader again = read(Optional.empty())) {
                status = again.answer.statusCode();
            }
        }
        assertThat(status).isEqualTo(200);
        five.forEach(Reader::close);
    }

    @Test
    void aStreamNeedsATokenWithTheScope() {
        assertThat(admin.get(EVENTS).statusCode()).isEqualTo(403);
        assertThat(admin.get(EVENTS).body()).contains("send an API token");
        Program other = Program.of(server, admin, "other", "calls:read");
        assertThat(other.get(EVENTS).statusCode()).isEqualTo(403);
        assertThat(other.get(EVENTS).body()).contains("events:read");
    }

    /** A page of another origin may read, where the settings name it, and only by its token. */
    @Test
    void aPageElsewhereAsksBeforeItSendsItsToken() throws IOException, InterruptedException {
        assertThat(preflight("https://crm.example.org"))
                .containsEntry("access-control-allow-origin", "https://crm.example.org")
                .containsEntry("access-control-allow-headers", "authorization, last-event-id")
                .doesNotContainKey("access-control-allow-credentials");
        assertThat(preflight("https://other.example.org"))
                .doesNotContainKey("access-control-allow-origin");
    }

    private Map<String, String> preflight(String origin) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.http(EVENTS))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "GET")
                        .header("Access-Control-Request-Headers", "authorization, last-event-id")
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client
                    .send(request, BodyHandlers.discarding())
                    .headers()
                    .map()
                    .entrySet()
                    .stream()
                    .collect(
                            Collectors.toMap(
                                    one -> one.getKey().toLowerCase(Locale.ROOT),
                                    one -> one.getValue().getFirst()));
        }
    }

    @Test
    void aServerThatStopsEndsItsStreamsInOrder() throws IOException, InterruptedException {
        try (Reader reader = read(Optional.empty())) {
            server.stop();
            assertThat(reader.next()).isEmpty();
        }
    }
}
