package org.sonnerie.pbx.parts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyPlan;

/** What is meant by what is typed in a form. */
public final class ChoiceSight {
    private ChoiceSight() {}

    /** The id of opening hours. */
    public static Optional<String> hours(CompanyPlan plan, String typed) {
        return choices(plan).hoursOf(typed);
    }

    private static Choices choices(CompanyPlan plan) {
        return new Choices(plan, Set.of(), Set.of(), Told.narrator(), Locale.ENGLISH);
    }
}
