package org.sonnerie.pbx.secondfactor;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.config.Digest;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The sealed secrets and the digests of recovery codes in the database. */
@Repository
class SecondFactorRows {
    private static final String OF_PERSON = " where company_id = ? and person_id = ?";

    private final Tables tables;
    private final InstantSource clock;

    SecondFactorRows(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * A person's second factor.
     *
     * @param sealed its secret
     * @param confirmed false: on its way
     */
    record Row(String sealed, boolean confirmed) {}

    Optional<Row> find(CompanyId company, PersonId person) {
        return tables.of(company)
                .sql("select sealed, confirmed_at from second_factor" + OF_PERSON)
                .params(company.text(), person.text())
                .query((row, _) -> new Row(row.getString(1), row.getObject(2) != null))
                .optional();
    }

    /** One that does not count yet. */
    void add(CompanyId company, PersonId person, String sealed) {
        tables.of(company)
                .sql(
                        "insert into second_factor (company_id, person_id, sealed, last_step,"
                                + " made_at) values (?, ?, ?, 0, ?)")
                .params(
                        company.text(),
                        person.text(),
                        sealed,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean confirm(CompanyId company, PersonId person, long step) {
        return tables.of(company)
                        .sql(
                                "update second_factor set confirmed_at = ?, last_step = ?"
                                        + OF_PERSON
                                        + " and confirmed_at is null")
                        .params(
                                clock.instant().atOffset(ZoneOffset.UTC),
                                step,
                                company.text(),
                                person.text())
                        .update()
                == 1;
    }

    /** False: a code of this step or of a later one was used before. */
    boolean use(CompanyId company, PersonId person, long step) {
        return tables.of(company)
                        .sql(
                                "update second_factor set last_step = ?"
                                        + OF_PERSON
                                        + " and confirmed_at is not null and last_step < ?")
                        .params(step, company.text(), person.text(), step)
                        .update()
                == 1;
    }

    boolean remove(CompanyId company, PersonId person) {
        tables.of(company)
                .sql("delete from recovery_code" + OF_PERSON)
                .params(company.text(), person.text())
                .update();
        return tables.of(company)
                        .sql("delete from second_factor" + OF_PERSON)
                        .params(company.text(), person.text())
                        .update()
                == 1;
    }

    /** In place of those before. */
    void putCodes(CompanyId company, PersonId person, List<String> codes) {
        tables.of(company)
                .sql("delete from recovery_code" + OF_PERSON)
                .params(company.text(), person.text())
                .update();
        for (String code : codes) {
            tables.of(company)
                    .sql(
                            "insert into recovery_code (company_id, person_id, code_digest)"
                                    + " values (?, ?, ?)")
                    .params(company.text(), person.text(), digest(person, code))
                    .update();
        }
    }

    /** False: there is none like that (any more). */
    boolean useCode(CompanyId company, PersonId person, String code) {
        return tables.of(company)
                        .sql("delete from recovery_code" + OF_PERSON + " and code_digest = ?")
                        .params(company.text(), person.text(), digest(person, code))
                        .update()
                == 1;
    }

    int codes(CompanyId company, PersonId person) {
        return tables.of(company)
                .sql("select count(*) from recovery_code" + OF_PERSON)
                .params(company.text(), person.text())
                .query(Integer.class)
                .single();
    }

    private static String digest(PersonId person, String code) {
        return Digest.of(person.text() + "/" + RecoveryCodes.plain(code));
    }
}
