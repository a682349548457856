package org.sonnerie.pbx.plan;

/** Reads what is dialled, inside and from outside. */
public final class Dialling {
    private Dialling() {}

    /**
     * Where something dialled on a phone of the company leads.
     *
     * @param plan the company's plan
     * @param dialled what was typed: an extension, a code, a full name or a number
     * @return a destination that exists in the plan, or {@link Destination.ToNowhere}
     */
    public static Destination read(CompanyPlan plan, String dialled) {
        return explain(plan, dialled).destination();
    }

    /**
     * As {@link #read}, with the rule that decided.
     *
     * @param plan the company's plan
     * @param dialled what was typed
     * @return the destination and the rule
     */
    public static Reading explain(CompanyPlan plan, String dialled) {
        return new Reading(
                new Destination.ToNowhere(Destination.Refusal.UNKNOWN_NUMBER),
                Reading.Rule.NOTHING_MATCHES);
    }

    /**
     * Where a call from outside leads.
     *
     * @param plan the company's plan
     * @param called the number called: E.164 with or without "+", or in national form
     * @return a destination that exists in the plan, or {@link Destination.ToNowhere}
     */
    public static Destination inbound(CompanyPlan plan, String called) {
        return new Destination.ToNowhere(Destination.Refusal.UNKNOWN_NUMBER);
    }
}
