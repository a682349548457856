package org.sonnerie.pbx.publish;

import org.sonnerie.pbx.plan.Flow;
import org.sonnerie.pbx.plan.Hours;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes hours, routes, announcements and queues into the plan document. */
final class FlowWriter {
    private FlowWriter() {}

    static void write(ObjectNode root, Flow flow) {
        ArrayNode hours = root.putArray("hours");
        flow.hours().forEach(one -> hours(hours.addObject(), one));
        ArrayNode routes = root.putArray("routes");
        flow.routes()
                .forEach(route ->
                        routes.addObject()
                                .put("id", route.id().text())
                                .put("name", route.name())
                                .put("extension", route.extension())
                                .put("hours", route.hours().text())
                                .put("open", DestinationText.of(route.open()))
                                .put("closed", DestinationText.of(route.closed()))
                                .put("holiday", DestinationText.of(route.holiday())));
        QueueText.write(root.putArray("queues"), flow.queues());
        ArrayNode announcements = root.putArray("announcements");
        flow.announcements()
                .forEach(announcement ->
                        announcements
                                .addObject()
                                .put("id", announcement.id().text())
                                .put("name", announcement.name())
                                .put("extension", announcement.extension())
                                .put("prompt", announcement.prompt())
                                .put("then", DestinationText.of(announcement.then()))
                                .put("language", announcement.language().orElse(null)));
    }

    private static void hours(ObjectNode node, Hours hours) {
        node.put("id", hours.id().text())
                .put("name", hours.name())
                .put("timeZone", hours.timeZone().map(Object::toString).orElse(null));
        WeekText.write(node.putObject("week"), hours.week());
        ArrayNode holidays = node.putArray("holidays");
        hours.holidays()
                .forEach(holiday ->
                        holidays.addObject()
                                .put("from", holiday.first().toString())
                                .put("to", holiday.last().toString())
                                .put("name", holiday.name()));
    }
}
