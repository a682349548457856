package org.sonnerie.pbx.recording;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.privacy.NumberTraces;
import org.sonnerie.pbx.privacy.TraceKind;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/**
 * The recordings of calls with a number. Erased, they cannot be taken back, and the next look for
 * what is not kept any more takes them away with their sound. Thread safe.
 */
@Repository
class RecordingTraces implements NumberTraces {
    private static final String OF_NUMBER =
            " where company_id = :company and state <> 'RUNNING' and (one_number = :number or"
                    + " other_number = :number) and (deleted_at is null or deleted_at > :gone)";

    private final Tables tables;
    private final InstantSource clock;

    RecordingTraces(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public TraceKind kind() {
        return TraceKind.RECORDINGS;
    }

    @Override
    public int count(CompanyId company, String number) {
        return tables.of(company)
                .sql("select count(*) from call_recording" + OF_NUMBER)
                .param("company", company.text())
                .param("number", number)
                .param("gone", gone().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private Instant gone() {
        return Retention.deletedForGood(clock.instant());
    }

    @Override
    public int erase(CompanyId company, String number) {
        return tables.of(company)
                .sql("update call_recording set deleted_at = :gone" + OF_NUMBER)
                .param("company", company.text())
                .param("number", number)
                .param("gone", gone().atOffset(ZoneOffset.UTC))
                .update();
    }
}
