package org.sonnerie.pbx.recording;

import java.time.Instant;
import java.time.ZoneOffset;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** Who did what with which recording. Only ever added to. */
@Repository
class AccessRows {
    private final Tables tables;

    AccessRows(Tables tables) {
        this.tables = tables;
    }

    /** Adds what somebody did. */
    void add(CompanyId company, RecordingId recording, PersonId who, Access what, Instant at) {
        tables.of(company)
                .sql(
                        "insert into recording_access (company_id, recording_id, person_id, what,"
                                + " happened_at) values (?, ?, ?, ?, ?)")
                .params(
                        company.text(),
                        recording.text(),
                        who.text(),
                        what.name(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
