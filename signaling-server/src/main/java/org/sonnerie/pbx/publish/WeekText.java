package org.sonnerie.pbx.publish;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sonnerie.pbx.plan.Span;
import org.sonnerie.pbx.plan.Weekdays;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The spans of each day of the week, in documents: {@code {"mon": ["09:00-12:00"]}}. */
final class WeekText {
    private WeekText() {}

    static Map<DayOfWeek, List<Span>> read(JsonPlace week) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (String name : week.names()) {
            DayOfWeek day = week.converted(name, name, Weekdays::read);
            days.put(
                    day,
                    week.texts(name).stream()
                            .map(span -> week.converted(name, span, Span::read))
                            .toList());
        }
        return days;
    }

    static void write(ObjectNode node, Map<DayOfWeek, List<Span>> week) {
        week.forEach((day, spans) -> {
            ArrayNode times = node.putArray(Weekdays.write(day));
            spans.forEach(span -> times.add(span.toString()));
        });
    }
}
