package org.sonnerie.pbx.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.stereotype.Component;

/** For how many days each company keeps something: a column of its row. Thread safe. */
@Component
public class CompanyDays {
    private final Tables tables;
    private final DurableChange changes;

    CompanyDays(Tables tables, DurableChange changes) {
        this.tables = tables;
        this.changes = changes;
    }

    /** What a company may keep for a time. */
    public enum Kind {
        /** Records and stories of calls. */
        CALLS("call_days"),
        /** Entries of the audit log. */
        AUDIT_LOG("audit_days"),
        /** The names of people who have left. */
        LEAVERS("leaver_days");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    /**
     * One that does not keep it for ever.
     *
     * @param company which
     * @param days for how many
     */
    public record Kept(CompanyId company, int days) {}

    /**
     * For how long a company keeps something.
     *
     * @param company which
     * @param kind what
     * @return days; empty: for ever
     */
    public Optional<Integer> of(CompanyId company, Kind kind) {
        return tables.of(company)
                .sql(
                        "select %1$s from company where id = ? and %1$s is not null"
                                .formatted(kind.column))
                .param(company.text())
                .query(Integer.class)
                .optional();
    }

    /**
     * Sets it; durable on return. Where it is so already, nothing is done.
     *
     * @param company which
     * @param kind what
     * @param days empty: for ever
     * @param changed is told in the same change what it was before
     */
    public void set(
            CompanyId company,
            Kind kind,
            Optional<Integer> days,
            Consumer<Optional<Integer>> changed) {
        Optional<Integer> before = of(company, kind);
        if (before.equals(days)) {
            return;
        }
        changes.make(
                company,
                () -> {
                    tables.of(company)
                            .sql(
                                    "update company set %s = cast(? as int) where id = ?"
                                            .formatted(kind.column))
                            .param(days.orElse(null))
                            .param(company.text())
                            .update();
                    changed.accept(before);
                });
    }

    /**
     * The companies that do not keep something for ever.
     *
     * @param kind what
     * @return in the order of their ids
     */
    public List<Kept> all(Kind kind) {
        return tables.across(ProviderWork.RETENTION)
                .sql(
                        "select id, %1$s from company where %1$s is not null order by id"
                                .formatted(kind.column))
                .query((row, _) -> new Kept(new CompanyId(row.getString(1)), row.getInt(2)))
                .list();
    }
}
