package org.sonnerie.pbx.guests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The links in the database. */
@Repository
class GuestLinkRows {
    private static final String COLUMNS =
            "select id, company_id, room_id, created_by, expires_at from guest_link";

    private final Tables tables;

    GuestLinkRows(Tables tables) {
        this.tables = tables;
    }

    void add(GuestLink link, Instant now) {
        tables.of(link.company())
                .sql(
                        "insert into guest_link"
                                + " (id, company_id, room_id, created_by, created_at, expires_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        link.id(),
                        link.company().text(),
                        link.room().text(),
                        link.by().text(),
                        at(now),
                        at(link.expires()))
                .update();
    }

    /** A link that lets in now. */
    Optional<GuestLink> valid(String id, Instant now) {
        return tables.across(ProviderWork.GUEST_LINK)
                .sql(COLUMNS + " where id = ? and revoked_at is null and expires_at > ?")
                .params(id, at(now))
                .query(GuestLinkRows::read)
                .optional();
    }

    /** What a person made and still lets in, the newest last. */
    List<GuestLink> of(CompanyId company, PersonId by, Instant now) {
        return tables.of(company)
                .sql(
                        COLUMNS
                                + " where company_id = ? and created_by = ? and revoked_at is null"
                                + " and expires_at > ? order by created_at, id")
                .params(company.text(), by.text(), at(now))
                .query(GuestLinkRows::read)
                .list();
    }

    /** Revokes what a person made; false: there is no such link of his that lets in. */
    boolean revoke(CompanyId company, PersonId by, String id, Instant now) {
        return tables.of(company)
                        .sql(
                                "update guest_link set revoked_at = ? where id = ? and company_id = ?"
                                        + " and created_by = ? and revoked_at is null")
                        .params(at(now), id, company.text(), by.text())
                        .update()
                == 1;
    }

    private static GuestLink read(ResultSet row, int number) throws SQLException {
        return new GuestLink(
                row.getString("id"),
                new CompanyId(row.getString("company_id")),
                new RoomId(row.getString("room_id")),
                new PersonId(row.getString("created_by")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
