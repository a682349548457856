package org.sonnerie.pbx.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.quality.LegSecond;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;

/**
 * The table {@code call_facts}: what calls sounded like, a row for each leg and minute. Thread
 * safe.
 */
public final class CallFacts {
    private static final String MERGE =
            """
            merge into call_facts t using (values (cast(:call as varchar(64)),
                cast(:leg as varchar(64)), cast(:began as timestamp with time zone)))
                as s (call_id, leg_id, began_at)
            on t.call_id = s.call_id and t.leg_id = s.leg_id and t.began_at = s.began_at
            when not matched then insert (call_id, leg_id, began_at, company_id, body)
                values (:call, :leg, :began, :company, :body)\
            """;

    private final Tables tables;

    CallFacts(Tables tables) {
        this.tables = tables;
    }

    /**
     * All that is kept of a call.
     *
     * @param company whose call it must be
     * @param call which
     * @return by leg, in order of time; empty if nothing is kept
     */
    public Map<LegId, List<LegSecond>> find(CompanyId company, CallId call) {
        Map<LegId, List<LegSecond>> legs = new LinkedHashMap<>();
        tables.of(company)
                .sql(
                        "select leg_id, began_at, body from call_facts where company_id = ? and"
                                + " call_id = ? order by began_at, leg_id")
                .params(company.text(), call.text())
                .query((ResultSet row) -> add(legs, row));
        return legs;
    }

    private static void add(Map<LegId, List<LegSecond>> legs, ResultSet row) throws SQLException {
        Instant began = row.getObject("began_at", OffsetDateTime.class).toInstant();
        legs.computeIfAbsent(new LegId(row.getString("leg_id")), _ -> new ArrayList<>())
                .addAll(FactsText.read(row.getString("body"), began));
    }

    /** Keeps a minute of a leg, or what there is of it. */
    void keep(CompanyId company, LegId leg, List<LegSecond> seconds) {
        tables.of(company)
                .sql(MERGE)
                .param("call", CallIds.callOf(leg).text())
                .param("leg", leg.text())
                .param("began", seconds.getFirst().at().atOffset(ZoneOffset.UTC))
                .param("company", company.text())
                .param("body", FactsText.write(seconds))
                .update();
    }

    /** Forgets what is older. */
    int forgetBefore(Instant oldest) {
        return tables.across(ProviderWork.RETENTION)
                .sql("delete from call_facts where began_at < ?")
                .param(oldest.atOffset(ZoneOffset.UTC))
                .update();
    }
}
