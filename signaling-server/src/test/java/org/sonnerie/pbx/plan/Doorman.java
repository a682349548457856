package org.sonnerie.pbx.plan;

import java.util.List;
import org.sonnerie.pbx.plan.ScreeningRule.Callers;

/**
 * The shop of the tests with screening: who is important gets Alice, who is blocked is refused, and
 * whoever hides his number from Sales hears that it is closed.
 */
public final class Doorman {
    public static final CallerListId VIP = new CallerListId("vip");
    public static final CallerListId BLOCKED = new CallerListId("blocked");

    private Doorman() {}

    /** The company. */
    public static CompanyPlan plan() {
        CompanyPlan shop = Shop.plan();
        return shop.with(shop.outside().with(screening()));
    }

    private static Screening screening() {
        return new Screening(
                List.of(
                        new CallerList(VIP, "Important", List.of("+33612345678", "+442079461111")),
                        new CallerList(BLOCKED, "Blocked", List.of("+4420*", "+33899000000"))),
                List.of(
                        new ScreeningRule(
                                new Callers.Listed(VIP),
                                List.of(),
                                new Destination.ToPerson(DemoCompany.ALICE)),
                        new ScreeningRule(
                                new Callers.Listed(BLOCKED), List.of(), new Destination.ToHangUp()),
                        new ScreeningRule(
                                new Callers.Withheld(),
                                List.of("+15550100200"),
                                new Destination.ToAnnouncement(Shop.CLOSED))));
    }
}
