package org.sonnerie.pbx.effects;

import static org.sonnerie.pbx.effects.Effect.field;

import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.parts.ChoiceSight;

/** What the fields of opening hours, routes and announcements do; it is Monday, 11:00 in Paris. */
final class WayEffects {
    private WayEffects() {}

    static List<Effect> all() {
        return Stream.of(hours(), routes(), announcements()).flatMap(List::stream).toList();
    }

    private static List<Effect> hours() {
        String holiday = "[{\"from\":\"2026-11-23\",\"name\":\"Fair\"}]";
        return List.of(
                field("hours.name", "hours.open.name=Office hours")
                        .sight(plan -> ChoiceSight.hours(plan, "Opening"))
                        .goes("Optional[open]", "Optional.empty"),
                field("hours.timeZone", "hours.open.timeZone=America/New_York")
                        .call("carol dials 500")
                        .goes("carol up; alice trying", "carol up; bob trying"),
                field("hours.week", "hours.open.week:={\"mon\":[\"09:00-11:00\"]}")
                        .call("carol dials 500")
                        .goes("carol up; alice trying", "carol up; bob trying"),
                field("hours.week", "hours.open.week:={\"mon\":[\"11:00-12:00\"]}")
                        .given("hours.open.week:={\"mon\":[\"11:01-12:00\"]}")
                        .call("carol dials 500")
                        .goes("carol up; bob trying", "carol up; alice trying"),
                field("hours.holidays", "hours.open.holidays:=" + holiday)
                        .call("carol dials 500")
                        .goes("carol up; alice trying", "carol up; bob trying"));
    }

    private static List<Effect> routes() {
        return List.of(
                field("route.name", "routes.door.name=Reception")
                        .call("carol dials Reception")
                        .goes("carol hears unobtainable", "carol up; alice trying"),
                field("route.extension", "routes.door.extension=505")
                        .call("carol dials 500")
                        .goes("carol up; alice trying", "carol hears unobtainable"),
                field("route.hours", "routes.door.hours=never")
                        .given(
                                "hours:=[{\"id\":\"open\",\"name\":\"Opening\",\"holidays\":[],"
                                        + "\"week\":{\"mon\":[\"09:00-12:00\"]}},"
                                        + "{\"id\":\"never\",\"name\":\"Never\",\"holidays\":[],"
                                        + "\"week\":{}}]")
                        .call("carol dials 500")
                        .goes("carol up; alice trying", "carol up; bob trying"),
                field("route.open", "routes.door.open=announcement:closed")
                        .call("carol dials 500")
                        .goes("carol up; alice trying", "carol hears closed"),
                field("route.closed", "routes.door.closed=announcement:closed")
                        .given("hours.open.week:={}")
                        .call("carol dials 500")
                        .goes("carol up; bob trying", "carol hears closed"),
                field("route.holiday", "routes.door.holiday=announcement:closed")
                        .given("hours.open.holidays:=[{\"from\":\"2026-11-23\",\"name\":\"Fair\"}]")
                        .call("carol dials 500")
                        .goes("carol up; bob trying", "carol hears closed"));
    }

    private static List<Effect> announcements() {
        return List.of(
                field("announcement.name", "announcements.closed.name=Summer break")
                        .call("carol dials Summer break")
                        .goes("carol hears unobtainable", "carol hears closed"),
                field("announcement.extension", "announcements.closed.extension=502")
                        .call("carol dials 501")
                        .goes("carol hears closed", "carol hears unobtainable"),
                field("announcement.prompt", "announcements.closed.prompt=summer")
                        .call("carol dials 501")
                        .goes("carol hears closed", "carol hears summer"),
                field("announcement.then", "announcements.closed.then=person:bob")
                        .call("carol dials 501", "carol listens")
                        .goes(
                                "carol hears ring_back; alice (for We are closed) trying",
                                "carol hears ring_back; bob (for We are closed) trying"),
                field("announcement.language", "announcements.closed.language=fr")
                        .call("carol dials 501")
                        .goes("carol hears closed", "carol hears closed@fr"));
    }
}
