package org.sonnerie.pbx.publish;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The drafts in the database, at most one of a company. */
@Repository
class DraftRows {
    private final Tables tables;

    DraftRows(Tables tables) {
        this.tables = tables;
    }

    Optional<Draft> find(CompanyId company) {
        return tables.of(company)
                .sql(
                        "select revision, based_on, changed_at, changed_by, body from plan_draft"
                                + " where company_id = ?")
                .param(company.text())
                .query((row, _) -> {
                    long basedOn = row.getLong("based_on");
                    return new Draft(
                            row.getString("revision"),
                            basedOn,
                            row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                            new PersonId(row.getString("changed_by")),
                            PlanReader.readUnchecked(company, basedOn, row.getString("body")));
                })
                .optional();
    }

    /** Adds the first; false: there is one already. */
    boolean add(Draft draft) {
        try {
            tables.of(draft.plan().company())
                    .sql(
                            "insert into plan_draft (revision, based_on, changed_at, changed_by,"
                                    + " body, company_id) values (?, ?, ?, ?, ?, ?)")
                    .params(values(draft))
                    .update();
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    /** Puts it in the place of a certain one; false: that one is there no more. */
    boolean replace(String revision, Draft draft) {
        return tables.of(draft.plan().company())
                        .sql(
                                "update plan_draft set revision = ?, based_on = ?, changed_at = ?,"
                                        + " changed_by = ?, body = ?"
                                        + " where company_id = ? and revision = ?")
                        .params(values(draft))
                        .param(revision)
                        .update()
                == 1;
    }

    /** Takes a certain one away; false: it is there no more. */
    boolean remove(CompanyId company, String revision) {
        return tables.of(company)
                        .sql("delete from plan_draft where company_id = ? and revision = ?")
                        .params(company.text(), revision)
                        .update()
                == 1;
    }

    /** What both statements write, in their order; the company comes last. */
    private static List<Object> values(Draft draft) {
        return List.of(
                draft.revision(),
                draft.basedOn(),
                draft.changedAt().atOffset(ZoneOffset.UTC),
                draft.changedBy().text(),
                draft.document(),
                draft.plan().company().text());
    }
}
