package org.sonnerie.pbx.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sonnerie.pbx.config.KeepsSealed;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.config.SealedColumn;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/**
 * Where the logs begin, sealed by a key of its own: whoever can write to the database alone cannot
 * cut a log off at its old end. Thread safe.
 */
@Repository
class AuditStarts implements KeepsSealed {
    private static final String KEY_FILE = "audit-log.key";

    private final Tables tables;
    private final Seal seal;

    AuditStarts(Tables tables, SonnerieProperties properties) {
        this.tables = tables;
        this.seal = new Seal(KeyRing.of(properties.dataFolder().resolve(KEY_FILE)));
    }

    /** Empty: nothing was ever removed. */
    Optional<AuditStart> find(CompanyId company) {
        return tables.of(company)
                .sql(
                        "select entry_number, entry_hash, happened_at, sealed from audit_start"
                                + " where company_id = ?")
                .param(company.text())
                .query((row, _) -> start(company, row))
                .optional();
    }

    private AuditStart start(CompanyId company, ResultSet row) throws SQLException {
        long number = row.getLong("entry_number");
        String hash = row.getString("entry_hash");
        Instant at = row.getObject("happened_at", OffsetDateTime.class).toInstant();
        boolean proven =
                seal.open(row.getString("sealed"), place(company.text()))
                        .filter(text(number, hash, at)::equals)
                        .isPresent();
        return new AuditStart(number, at, hash, proven);
    }

    private static String text(long number, String hash, Instant at) {
        return number + " " + hash + " " + at;
    }

    private static String place(String company) {
        return "audit-start/" + company;
    }

    /** From now on the log begins behind an entry. */
    void put(CompanyId company, AuditRow last) {
        tables.of(company)
                .sql("delete from audit_start where company_id = ?")
                .param(company.text())
                .update();
        tables.of(company)
                .sql(
                        "insert into audit_start (company_id, entry_number, entry_hash,"
                                + " happened_at, sealed) values (?, ?, ?, ?, ?)")
                .params(
                        company.text(),
                        last.number(),
                        last.hash(),
                        last.at().atOffset(ZoneOffset.UTC),
                        seal.close(
                                text(last.number(), last.hash(), last.at()), place(company.text())))
                .update();
    }

    @Override
    public SealedColumn sealed() {
        return new SealedColumn(
                "audit-log",
                seal,
                "audit_start",
                "sealed",
                "company_id",
                "entry_hash",
                (company, _) -> place(company));
    }
}
