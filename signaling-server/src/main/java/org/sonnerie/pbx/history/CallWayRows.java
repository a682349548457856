package org.sonnerie.pbx.history;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The table {@code call_record_way}: with which queues and ring groups a call was, and when. */
@Repository
class CallWayRows {
    private static final String MERGE =
            """
            merge into call_record_way t using (values (cast(:call as varchar(64)),
                cast(:stretch as int))) as s (call_id, stretch)
            on t.call_id = s.call_id and t.stretch = s.stretch
            when not matched then insert (call_id, stretch, company_id, part_kind, part_id,
                first_time, began_at, from_at, to_at)
                values (:call, :stretch, :company, :kind, :part, :first, :began, :from, :to)\
            """;

    private final Tables tables;

    CallWayRows(Tables tables) {
        this.tables = tables;
    }

    /** Writes them, unless they are there already. */
    void merge(CallRecord record, List<Stretch> stretches) {
        Set<Stretch.Holder> before = new HashSet<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            tables.of(record.company())
                    .sql(MERGE)
                    .param("call", record.call().text())
                    .param("stretch", i + 1)
                    .param("company", record.company().text())
                    .param("kind", stretch.holder().kind().name())
                    .param("part", stretch.holder().id())
                    .param("first", before.add(stretch.holder()))
                    .param("began", record.time().began().atOffset(ZoneOffset.UTC))
                    .param("from", stretch.from().atOffset(ZoneOffset.UTC))
                    .param("to", stretch.to().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Whether a call was with one of some queues. */
    boolean wasWith(CompanyId company, CallId call, Set<QueueId> queues) {
        return !queues.isEmpty()
                && tables.of(company)
                                .sql(
                                        "select count(*) from call_record_way where company_id ="
                                                + " :company and call_id = :call and part_kind ="
                                                + " 'QUEUE' and part_id in (:queues)")
                                .param("company", company.text())
                                .param("call", call.text())
                                .param("queues", queues.stream().map(QueueId::text).toList())
                                .query(Long.class)
                                .single()
                        > 0;
    }
}
