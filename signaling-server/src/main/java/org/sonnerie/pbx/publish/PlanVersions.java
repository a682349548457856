package org.sonnerie.pbx.publish;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The published versions in the database; none is ever changed. */
@Repository
class PlanVersions {
    private final Tables tables;
    private final InstantSource clock;
    private final DurableChange changes;

    PlanVersions(Tables tables, InstantSource clock, DurableChange changes) {
        this.tables = tables;
        this.clock = clock;
        this.changes = changes;
    }

    /** The companies that have a plan. */
    List<CompanyId> companies() {
        return tables.across(ProviderWork.START)
                .sql("select distinct company_id from company_plan order by company_id")
                .query((row, _) -> new CompanyId(row.getString(1)))
                .list();
    }

    /** The newest version of a company. */
    Optional<CompanyPlan> newest(CompanyId company) {
        return tables.of(company)
                .sql(
                        "select version, body from company_plan where company_id = ?"
                                + " order by company_id desc, version desc limit 1")
                .param(company.text())
                .query((row, _) ->
                        PlanReader.read(company, row.getLong("version"), row.getString("body")))
                .optional();
    }

    /** A certain version of a company. */
    Optional<CompanyPlan> version(CompanyId company, long version) {
        return tables.of(company)
                .sql("select body from company_plan where company_id = ? and version = ?")
                .params(company.text(), version)
                .query((row, _) -> PlanReader.read(company, version, row.getString("body")))
                .optional();
    }

    /**
     * A version as it is kept.
     *
     * @param version its number
     * @param body its document
     */
    record Version(long version, String body) {}

    /** What was in force before a version, or before the one that version brought back. */
    Optional<Version> before(CompanyId company, long version) {
        return tables.of(company)
                .sql(
                        "select version, body from company_plan where company_id = ? and version <"
                                + " (select coalesce(restores, version) from company_plan"
                                + " where company_id = ? and version = ?)"
                                + " order by company_id desc, version desc limit 1")
                .params(company.text(), company.text(), version)
                .query((row, _) -> new Version(row.getLong("version"), row.getString("body")))
                .optional();
    }

    /**
     * Adds a version; durable on return.
     *
     * @param plan to be added
     * @param by who published it; empty: the server itself
     * @param restores the version that it brings back; empty: it is new
     * @param with what belongs to the same transaction
     */
    void add(CompanyPlan plan, Optional<PersonId> by, Optional<Long> restores, Runnable with) {
        changes.make(
                plan.company(),
                () -> {
                    insert(plan, by, restores);
                    with.run();
                });
    }

    private void insert(CompanyPlan plan, Optional<PersonId> by, Optional<Long> restores) {
        tables.of(plan.company())
                .sql(
                        "insert into company_plan (company_id, version, published_at, body,"
                                + " published_by, restores) values (?, ?, ?, ?, ?, ?)")
                .param(plan.company().text())
                .param(plan.version().published())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(PlanWriter.write(plan))
                .param(by.map(PersonId::text).orElse(null))
                .param(restores.orElse(null))
                .update();
    }
}
