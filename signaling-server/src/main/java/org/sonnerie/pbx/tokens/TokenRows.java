package org.sonnerie.pbx.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The tokens in the database. */
@Repository
class TokenRows {
    /** Not every request is worth a write. */
    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

    private static final String COLUMNS =
            "select t.id, t.company_id, t.person_id, t.name, t.prefix, t.scopes, t.made_at,"
                    + " t.expires_at, t.last_used_at";

    private final Tables tables;

    TokenRows(Tables tables) {
        this.tables = tables;
    }

    /** A token that is good, and who made it. */
    record Good(ApiToken token, String displayName, Role role) {}

    void add(ApiToken token, String digest) {
        tables.of(token.company())
                .sql(
                        "insert into api_token (id, company_id, person_id, name, digest, prefix,"
                                + " scopes, made_at, expires_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        token.id(),
                        token.company().text(),
                        token.person().text(),
                        token.name(),
                        digest,
                        token.prefix(),
                        token.scopesText(),
                        at(token.life().made()),
                        at(token.life().expires()))
                .update();
    }

    /** Empty: unknown, revoked, expired, or its person is not what he was when he made it. */
    Optional<Good> good(String digest, Instant now) {
        return tables.across(ProviderWork.API_TOKEN)
                .sql(
                        COLUMNS
                                + ", p.display_name, p.role from api_token t join person p"
                                + " on p.id = t.person_id and p.company_id = t.company_id"
                                + " where t.digest = ? and t.revoked_at is null"
                                + " and t.expires_at > ?")
                .params(digest, at(now))
                .query((row, number) ->
                        new Good(
                                token(row, number),
                                row.getString("display_name"),
                                Role.valueOf(row.getString("role"))))
                .optional()
                .filter(good -> good.token().isFor(good.role()));
    }

    boolean isGood(ApiToken token, Instant now) {
        return tables.of(token.company())
                        .sql(
                                "select count(*) from api_token t join person p"
                                        + " on p.id = t.person_id and p.company_id = t.company_id"
                                        + " where t.id = ? and t.revoked_at is null"
                                        + " and t.expires_at > ? and p.role = ?")
                        .params(token.id(), at(now), Role.ADMIN.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void used(ApiToken token, Instant now) {
        tables.of(token.company())
                .sql(
                        "update api_token set last_used_at = ? where id = ?"
                                + " and (last_used_at is null or last_used_at < ?)")
                .params(at(now), token.id(), at(now.minus(BETWEEN_USES)))
                .update();
    }

    /** Those that were not revoked, the newest first. */
    List<ApiToken> of(CompanyId company) {
        return tables.of(company)
                .sql(
                        COLUMNS
                                + " from api_token t where t.company_id = ?"
                                + " and t.revoked_at is null order by t.made_at desc, t.id")
                .param(company.text())
                .query(TokenRows::token)
                .list();
    }

    /** False: it was revoked before. */
    boolean revoke(ApiToken token, Instant now) {
        return tables.of(token.company())
                        .sql(
                                "update api_token set revoked_at = ? where id = ?"
                                        + " and company_id = ? and revoked_at is null")
                        .params(at(now), token.id(), token.company().text())
                        .update()
                == 1;
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                new CompanyId(row.getString("company_id")),
                new PersonId(row.getString("person_id")),
                row.getString("name"),
                row.getString("prefix"),
                Arrays.stream(row.getString("scopes").split(" ", -1))
                        .map(Scope::read)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                new ApiToken.Life(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
