package org.sonnerie.pbx.ways;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;

/** By which ways a person is reached, as he reads it. */
public final class WaySight {
    private WaySight() {}

    public static List<String> to(CompanyPlan plan, PersonId person) {
        WayWords words = new WayWords(plan);
        return Ways.to(plan, person).stream()
                .map(way -> Told.said(words.of(way), Locale.ENGLISH))
                .toList();
    }
}
