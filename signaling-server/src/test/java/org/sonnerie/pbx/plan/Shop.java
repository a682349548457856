package org.sonnerie.pbx.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo company of the tests with opening hours: Monday morning, and a holiday. */
public final class Shop {
    public static final HoursId HOURS = new HoursId("shop");
    public static final RouteId ROUTE = new RouteId("front");
    public static final AnnouncementId CLOSED = new AnnouncementId("closed");
    public static final AnnouncementId HOLIDAY = new AnnouncementId("holiday");

    private Shop() {}

    /** Whose route has extension 500 and leads to Alice while open. */
    public static CompanyPlan plan() {
        return DemoCompany.plan().with(flow(new Destination.ToHangUp()));
    }

    /** The same company with a menu that asks so long and leads there in vain. */
    public static CompanyPlan patient(CompanyPlan plan, Patience patience) {
        Menu known = plan.menus().getFirst();
        Menu menu =
                new Menu(
                        known.id(),
                        known.name(),
                        known.extension(),
                        known.greeting(),
                        known.keys(),
                        known.extensionsDialable(),
                        patience,
                        known.languages());
        Flow flow = plan.flow();
        return plan.with(
                new Flow(
                        List.of(menu),
                        flow.hours(),
                        flow.routes(),
                        flow.announcements(),
                        List.of()));
    }

    /** What is led to after the announcement that the shop is closed. */
    public static Flow flow(Destination afterClosed) {
        Hours hours =
                new Hours(
                        HOURS,
                        "Shop",
                        Optional.empty(),
                        Map.of(DayOfWeek.MONDAY, List.of(Span.read("09:00-12:00"))),
                        List.of(
                                new Holiday(
                                        LocalDate.parse("2026-11-24"),
                                        LocalDate.parse("2026-11-24"),
                                        "Baker's day")));
        Route route =
                new Route(
                        ROUTE,
                        "Front door",
                        "500",
                        HOURS,
                        new Destination.ToPerson(DemoCompany.ALICE),
                        new Destination.ToAnnouncement(CLOSED),
                        Optional.of(new Destination.ToAnnouncement(HOLIDAY)));
        return new Flow(
                DemoCompany.plan().menus(),
                List.of(hours),
                List.of(route),
                List.of(
                        new Announcement(CLOSED, "Closed", "501", "closed", afterClosed),
                        new Announcement(
                                HOLIDAY,
                                "Holiday",
                                "502",
                                "closed-holiday",
                                new Destination.ToPerson(DemoCompany.BOB))),
                List.of());
    }
}
