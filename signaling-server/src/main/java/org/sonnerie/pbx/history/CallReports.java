package org.sonnerie.pbx.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.stereotype.Component;

/** What people reported of calls that are over. Thread safe. */
@Component
public class CallReports {
    private final CallReportRows rows;
    private final OwnCallRows own;
    private final Durability durability;

    CallReports(CallReportRows rows, OwnCallRows own, Durability durability) {
        this.rows = rows;
        this.own = own;
        this.durability = durability;
    }

    /** Whether a person may report a call: it is over, and concerned him. */
    boolean mayReport(CompanyId company, PersonId person, CallId call) {
        return own.concerns(company, person, call);
    }

    /** In the place of an earlier one of the same person; durable on return. */
    void keep(CompanyId company, CallId call, CallReport report) {
        rows.keep(company, call, report);
        durability.force();
    }

    /** What this person reported of a call. */
    Optional<CallReport> of(CompanyId company, CallId call, PersonId person) {
        return of(company, call).stream().filter(one -> one.person().equals(person)).findFirst();
    }

    /**
     * What was reported of a call.
     *
     * @param company whose call it must be
     * @param call which
     * @return at most one of each person, the first reported first
     */
    public List<CallReport> of(CompanyId company, CallId call) {
        return rows.of(company, call);
    }

    /**
     * Which of some calls were reported by anybody.
     *
     * @param company whose calls they must be
     * @param calls records of a list
     * @return those
     */
    public Set<CallId> reported(CompanyId company, List<CallRecord> calls) {
        return calls.isEmpty()
                ? Set.of()
                : rows.reported(company, calls.stream().map(CallRecord::call).toList());
    }
}
