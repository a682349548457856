package org.sonnerie.pbx.history;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.stereotype.Component;

/** The calls that concern one person, and their stories. Thread safe. */
@Component
class OwnCalls {
    static final int PAGE = 30;

    private final OwnCallRows own;
    private final CallRecordRows records;
    private final CallHistory history;

    OwnCalls(OwnCallRows own, CallRecordRows records, CallHistory history) {
        this.own = own;
        this.records = records;
        this.history = history;
    }

    /** A part of the list, and whether there are older ones. */
    record Page(List<OwnCall> calls, boolean more) {}

    /** The newest first; an unknown call to begin after is as none given. */
    Page page(CompanyId company, PersonId person, Optional<CallId> after) {
        Optional<CallRecordRows.Key> key = after.flatMap(call -> records.key(company, call));
        List<OwnCall> found = own.newest(company, person, key, PAGE + 1);
        boolean more = found.size() > PAGE;
        return new Page(more ? found.subList(0, PAGE) : found, more);
    }

    /** Empty: it is over and concerned him not, or it is not over. */
    Optional<Story> story(CompanyId company, PersonId person, CallId call) {
        return own.concerns(company, person, call)
                ? history.story(company, call)
                : Optional.empty();
    }
}
