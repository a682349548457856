package org.sonnerie.pbx.recording;

import java.time.Instant;
import org.sonnerie.pbx.plan.CompanyPlan;

/** How long recordings are kept by a plan. */
public final class RecordingSight {
    private RecordingSight() {}

    public static Instant oldest(CompanyPlan plan, Instant now) {
        return RecordingKeeper.oldest(plan, now);
    }
}
