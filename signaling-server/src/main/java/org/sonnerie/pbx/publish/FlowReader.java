package org.sonnerie.pbx.publish;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sonnerie.pbx.plan.Announcement;
import org.sonnerie.pbx.plan.AnnouncementId;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.FlawedTextException;
import org.sonnerie.pbx.plan.Flow;
import org.sonnerie.pbx.plan.Holiday;
import org.sonnerie.pbx.plan.Hours;
import org.sonnerie.pbx.plan.HoursId;
import org.sonnerie.pbx.plan.Menu;
import org.sonnerie.pbx.plan.MenuId;
import org.sonnerie.pbx.plan.Patience;
import org.sonnerie.pbx.plan.Route;
import org.sonnerie.pbx.plan.RouteId;

/** Reads menus, hours, routes, announcements and queues of the plan document. */
final class FlowReader {
    private FlowReader() {}

    /**
     * Reads them.
     *
     * @param root of the document; a plan of before there were any has no hours, routes,
     *     announcements and queues
     * @return what is there
     */
    static Flow read(JsonPlace root) {
        return new Flow(
                root.objects("menus", FlowReader::menu),
                root.optionalObjects("hours", FlowReader::hours),
                root.optionalObjects("routes", FlowReader::route),
                root.optionalObjects("announcements", FlowReader::announcement),
                root.optionalObjects("queues", QueueText::read));
    }

    private static Menu menu(JsonPlace at) {
        Map<Character, Destination> keys = new LinkedHashMap<>();
        PlanReader.destinations(at, "keys")
                .forEach((key, to) -> keys.put(at.converted("keys", key, FlowReader::key), to));
        return new Menu(
                at.read("id", MenuId::new),
                at.text("name"),
                at.text("extension"),
                at.text("greeting"),
                keys,
                at.truth("extensionsDialable"),
                new Patience(
                        at.number("timeoutSeconds"),
                        at.number("maxTries"),
                        PeopleText.destination(at, "afterTimeout"),
                        PeopleText.destination(at, "afterInvalid")),
                languages(at));
    }

    private static Map<Character, String> languages(JsonPlace at) {
        Map<Character, String> languages = new LinkedHashMap<>();
        at.optionalObject("languages")
                .ifPresent(all ->
                        all.names()
                                .forEach(name ->
                                        languages.put(
                                                all.converted(name, name, FlowReader::key),
                                                all.text(name))));
        return languages;
    }

    static char key(String text) {
        if (text.length() != 1) {
            throw new FlawedTextException(Flaw.of("not-a-key"));
        }
        return text.charAt(0);
    }

    private static Hours hours(JsonPlace at) {
        return new Hours(
                at.read("id", HoursId::new),
                at.text("name"),
                at.optionalText("timeZone")
                        .map(zone -> at.converted("timeZone", zone, PlanReader::timeZone)),
                WeekText.read(at.object("week")),
                at.objects("holidays", FlowReader::holiday));
    }

    private static Holiday holiday(JsonPlace at) {
        LocalDate first = at.read("from", FlowReader::date);
        LocalDate last =
                at.optionalText("to")
                        .map(to -> at.converted("to", to, FlowReader::date))
                        .orElse(first);
        return new Holiday(first, last, at.text("name"));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new FlawedTextException(Flaw.of("not-a-date"), e);
        }
    }

    private static Route route(JsonPlace at) {
        return new Route(
                at.read("id", RouteId::new),
                at.text("name"),
                at.text("extension"),
                at.read("hours", HoursId::new),
                at.read("open", DestinationText::read),
                at.read("closed", DestinationText::read),
                PeopleText.destination(at, "holiday"));
    }

    private static Announcement announcement(JsonPlace at) {
        return new Announcement(
                at.read("id", AnnouncementId::new),
                at.text("name"),
                at.text("extension"),
                at.text("prompt"),
                at.read("then", DestinationText::read),
                at.optionalText("language"));
    }
}
