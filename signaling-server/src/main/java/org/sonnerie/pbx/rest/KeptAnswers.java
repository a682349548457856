package org.sonnerie.pbx.rest;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sonnerie.pbx.config.KeepsSealed;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.RegularWork;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.config.SealedColumn;
import org.sonnerie.pbx.config.SecretJson;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.sonnerie.pbx.tokens.Client;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was answered to requests with an Idempotency-Key, for a day. A request is done at most once:
 * where the server ended before its answer was kept, nobody does it again. Thread safe.
 */
@Component
class KeptAnswers implements DisposableBean, KeepsSealed {
    private static final String KEY_FILE = "kept-answers.key";
    private static final Duration KEPT = Duration.ofHours(24);
    private static final JsonMapper JSON = SecretJson.mapper();

    private final Tables tables;
    private final Seal seal;
    private final InstantSource clock;
    private final RegularWork work = new RegularWork("kept-answers-");

    KeptAnswers(Tables tables, SonnerieProperties properties, InstantSource clock) {
        this.tables = tables;
        this.seal = new Seal(KeyRing.of(properties.dataFolder().resolve(KEY_FILE)));
        this.clock = clock;
    }

    /**
     * A request that has a key.
     *
     * @param client who sent it
     * @param key digest of the key
     * @param request digest of all else
     */
    record Asked(Client client, String key, String request) {
        private CompanyId company() {
            return client.company();
        }

        private String place() {
            return KeptAnswers.place(client.key(), key);
        }
    }

    private static String place(String client, String key) {
        return client + "/" + key;
    }

    @Override
    public SealedColumn sealed() {
        return new SealedColumn(
                "kept-answers",
                seal,
                "idempotent_request",
                "answer",
                "client",
                "key_digest",
                KeptAnswers::place);
    }

    /** What is known of a request. */
    sealed interface Known {
        /** Nothing: it is to be done now. */
        record Fresh() implements Known {}

        /** It was done; this was the answer. */
        record Done(KeptAnswer answer) implements Known {}

        /** The same key came with another request. */
        record Other() implements Known {}

        /** It is being done, or nobody knows whether it was. */
        record Unknown() implements Known {}
    }

    private record Row(String request, Optional<String> answer) {}

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work.every(Duration.ofHours(1), this::forgetOld);
    }

    @Override
    public void destroy() {
        work.close();
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    }

    private void forgetOld() {
        tables.across(ProviderWork.RETENTION)
                .sql("delete from idempotent_request where begun_at < ?")
                .param(oldest())
                .update();
    }

    /** Begins a request, unless it is known. */
    Known begin(Asked asked) {
        tables.of(asked.company())
                .sql(
                        "delete from idempotent_request where client = ? and key_digest = ?"
                                + " and begun_at < ?")
                .params(asked.client().key(), asked.key(), oldest())
                .update();
        try {
            tables.of(asked.company())
                    .sql(
                            "insert into idempotent_request (client, key_digest, company_id,"
                                    + " request_digest, begun_at) values (?, ?, ?, ?, ?)")
                    .params(
                            asked.client().key(),
                            asked.key(),
                            asked.company().text(),
                            asked.request(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return new Known.Fresh();
        } catch (DuplicateKeyException there) {
            return known(asked);
        }
    }

    private Known known(Asked asked) {
        Optional<Row> row =
                tables.of(asked.company())
                        .sql(
                                "select request_digest, answer from idempotent_request"
                                        + " where client = ? and key_digest = ?")
                        .params(asked.client().key(), asked.key())
                        .query((found, _) ->
                                new Row(
                                        found.getString("request_digest"),
                                        Optional.ofNullable(found.getString("answer"))))
                        .optional();
        if (row.isPresent() && !row.get().request().equals(asked.request())) {
            return new Known.Other();
        }
        return row.flatMap(Row::answer)
                .flatMap(sealed -> seal.open(sealed, asked.place()))
                .<Known>map(text -> new Known.Done(JSON.readValue(text, KeptAnswer.class)))
                .orElseGet(Known.Unknown::new);
    }

    /** It was done. */
    void keep(Asked asked, KeptAnswer answer) {
        tables.of(asked.company())
                .sql(
                        "update idempotent_request set status = ?, answer = ?"
                                + " where client = ? and key_digest = ?")
                .params(
                        answer.status(),
                        seal.close(JSON.writeValueAsString(answer), asked.place()),
                        asked.client().key(),
                        asked.key())
                .update();
    }

    /** It was not done: the same key may try again. */
    void forget(Asked asked) {
        tables.of(asked.company())
                .sql("delete from idempotent_request where client = ? and key_digest = ?")
                .params(asked.client().key(), asked.key())
                .update();
    }
}
