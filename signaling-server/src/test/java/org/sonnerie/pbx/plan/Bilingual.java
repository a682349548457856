package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo company of the tests with French: key 9 of the menu, a number, an announcement. */
public final class Bilingual {
    public static final String FRENCH_NUMBER = "+15550100500";
    public static final AnnouncementId BIENVENUE = new AnnouncementId("bienvenue");
    public static final String ANNOUNCED_NUMBER = "+15550100501";

    private Bilingual() {}

    /** The same company with French by key 9 of its menu and after its announcements. */
    public static CompanyPlan withFrench(CompanyPlan plan) {
        Flow flow = plan.flow();
        List<Announcement> announcements =
                flow.announcements().stream()
                        .map(one ->
                                new Announcement(
                                        one.id(),
                                        one.name(),
                                        one.extension(),
                                        one.prompt(),
                                        one.then(),
                                        Optional.of("fr")))
                        .toList();
        return plan.with(
                new Flow(
                        List.of(plan.menus().getFirst().withLanguages(Map.of('9', "fr"))),
                        flow.hours(),
                        flow.routes(),
                        announcements,
                        flow.queues()));
    }

    /** The French number leads to the queue, the announcement to the menu. */
    public static CompanyPlan plan() {
        CompanyPlan plan = Counter.plan(Counter.support());
        Flow flow = plan.flow();
        Menu menu = plan.menus().getFirst().withLanguages(Map.of('9', "fr"));
        Announcement announcement =
                new Announcement(
                        BIENVENUE,
                        "Bienvenue",
                        "501",
                        "closed",
                        new Destination.ToMenu(menu.id()),
                        Optional.of("fr"));
        List<PublicNumber> numbers = new ArrayList<>(plan.outside().numbers());
        numbers.add(
                new PublicNumber(
                        FRENCH_NUMBER,
                        new Destination.ToQueue(Counter.SUPPORT),
                        Optional.of("fr")));
        numbers.add(new PublicNumber(ANNOUNCED_NUMBER, new Destination.ToAnnouncement(BIENVENUE)));
        return plan.with(
                        new Flow(
                                List.of(menu),
                                flow.hours(),
                                flow.routes(),
                                List.of(announcement),
                                flow.queues()))
                .with(
                        new Outside(
                                numbers,
                                plan.outside().trunks(),
                                plan.outside().rules(),
                                plan.outside().screening()));
    }
}
