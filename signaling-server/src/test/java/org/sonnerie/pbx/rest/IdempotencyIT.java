package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;

/** What is posted with a key is done once; and nobody asks too much. */
@BothDatabases("KeptAnswers")
class IdempotencyIT {
    private static final String PEOPLE = "/api/v1/people";
    private static final String DORA = "{\"userName\":\"dora\",\"name\":\"Dora\"}";
    private static final String EVE = "{\"userName\":\"eve\",\"name\":\"Eve\"}";

    private RunningServer server;
    private Browser admin;
    private Program program;
    private final Executor threads = Thread::startVirtualThread;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        program = Program.of(server, admin, "CRM", "people:read", "people:write");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(String key, String body) {
        return program.ask("POST", PEOPLE, body, Map.of("Idempotency-Key", key));
    }

    private long people(String userName) {
        return server.bean(Tables.class)
                .across(ProviderWork.START)
                .sql("select count(*) from person where user_name_low = ?")
                .param(userName)
                .query(Long.class)
                .single();
    }

    @Test
    void theSameRequestIsAnsweredAgainAndDoneOnce() {
        HttpResponse<String> first = post("key-1", DORA);
        HttpResponse<String> again = post("key-1", DORA);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(people("dora")).isEqualTo(1);

        HttpResponse<String> taken = post("key-2", DORA);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(post("key-2", DORA).body()).as("a refusal too").isEqualTo(taken.body());
    }

    @Test
    void aKeyIsForOneRequestOfOneClient() {
        post("key-1", DORA);

        HttpResponse<String> other = post("key-1", EVE);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("this key was used for another request");
        assertThat(people("eve")).isZero();
        Program another = Program.of(server, admin, "other", "people:write");
        Map<String, String> key = Map.of("Idempotency-Key", "key-1");
        assertThat(another.ask("POST", PEOPLE, EVE, key).statusCode()).isEqualTo(201);
        assertThat(post("", DORA).statusCode()).isEqualTo(400);
        assertThat(post("k".repeat(201), DORA).statusCode()).isEqualTo(400);
    }

    @Test
    void ofManyAtTheSameMomentOneIsDone() {
        List<Integer> answers =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(
                                        () -> post("key-1", DORA).statusCode(), threads))
                        .limit(8)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).contains(201).containsOnly(201, 409);
        assertThat(people("dora")).isEqualTo(1);
        assertThat(post("key-1", DORA).statusCode()).isEqualTo(201);
    }

    @Test
    void whatTheServerMayHaveDoneWhenItEndedIsNotDoneAgain() {
        post("key-1", DORA);
        server.bean(Tables.class)
                .across(ProviderWork.START)
                .sql("update idempotent_request set status = null, answer = null")
                .update();

        assertThat(post("key-1", DORA).statusCode()).isEqualTo(409);
    }

    @Test
    void whatWasRefusedForItsScopeMayBeTriedAgain() {
        Program reader = Program.of(server, admin, "reader", "people:read");
        Map<String, String> key = Map.of("Idempotency-Key", "key-1");

        assertThat(reader.ask("POST", PEOPLE, DORA, key).statusCode()).isEqualTo(403);
        assertThat(rows()).isZero();
    }

    private long rows() {
        return server.bean(Tables.class)
                .across(ProviderWork.START)
                .sql("select count(*) from idempotent_request")
                .query(Long.class)
                .single();
    }

    @Test
    void answersAreKeptForADayOnlyAndSealed() {
        HttpResponse<String> first = post("key-1", DORA);
        String link = first.body().replaceAll(".*\"path\":\"([^\"]+)\".*", "$1");
        String kept =
                server.bean(Tables.class)
                        .across(ProviderWork.START)
                        .sql("select answer from idempotent_request")
                        .query(String.class)
                        .single();
        assertThat(kept).isNotEmpty().doesNotContain(link);

        server.clock().ahead(Duration.ofHours(25));
        HttpResponse<String> later = post("key-1", DORA);
        assertThat(later.statusCode()).as("it is a new request").isEqualTo(409);
        assertThat(later.body()).contains("somebody has this user name already");
    }

    @Test
    void whoeverAsksTooMuchIsToldWhenToComeAgain() {
        server.clock().stop();
        Program other = Program.of(server, admin, "other", "people:read");
        for (int i = 0; i < 600; i++) {
            assertThat(program.get("/api/v1/openapi").statusCode()).isEqualTo(404);
        }
        HttpResponse<String> refused = program.get(PEOPLE);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("at most 600 requests a minute");
        assertThat(other.get(PEOPLE).statusCode()).isEqualTo(200);
        server.clock().goOn();
        server.clock().ahead(Duration.ofMinutes(1));
        assertThat(program.get(PEOPLE).statusCode()).isEqualTo(200);
    }
}
