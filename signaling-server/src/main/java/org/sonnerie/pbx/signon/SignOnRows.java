package org.sonnerie.pbx.signon;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The companies' own log-ins in the database. */
@Repository
class SignOnRows {
    private static final String COLUMNS =
            "select company_id, label, issuer, client_id, client_secret, claim from sign_on";

    private final Tables tables;

    SignOnRows(Tables tables) {
        this.tables = tables;
    }

    /** One, and the sealed secret of its client. */
    record Kept(SignOn signOn, String sealed) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Kept[" + signOn + "]";
        }
    }

    /** Whoever follows the link of a company is not signed in yet. */
    Optional<Kept> find(CompanyId company) {
        return tables.of(company)
                .sql(COLUMNS + " where company_id = ?")
                .param(company.text())
                .query((row, _) -> kept(row))
                .optional();
    }

    /** At most two, for whoever asks whether there is one only. */
    List<SignOn> some() {
        return tables.across(ProviderWork.LOG_IN)
                .sql(COLUMNS + " order by company_id fetch first 2 rows only")
                .query((row, _) -> kept(row).signOn())
                .list();
    }

    void put(SignOn signOn, String sealed) {
        remove(signOn.company());
        tables.of(signOn.company())
                .sql(
                        "insert into sign_on (company_id, label, issuer, client_id, client_secret,"
                                + " claim) values (?, ?, ?, ?, ?, ?)")
                .params(
                        signOn.company().text(),
                        signOn.label(),
                        signOn.issuer().toString(),
                        signOn.clientId(),
                        sealed,
                        signOn.claim().name())
                .update();
    }

    boolean remove(CompanyId company) {
        return tables.of(company)
                        .sql("delete from sign_on where company_id = ?")
                        .param(company.text())
                        .update()
                > 0;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new SignOn(
                        new CompanyId(row.getString("company_id")),
                        row.getString("label"),
                        URI.create(row.getString("issuer")),
                        row.getString("client_id"),
                        Claim.valueOf(row.getString("claim"))),
                row.getString("client_secret"));
    }
}
