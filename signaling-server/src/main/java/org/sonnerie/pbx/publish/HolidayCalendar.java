package org.sonnerie.pbx.publish;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.property.ValuedProperty;
import biweekly.util.ICalDate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.Holiday;
import org.sonnerie.pbx.plan.Spot;

/**
 * Finds the holidays in a calendar (iCalendar, RFC 5545): its events of whole days, those that come
 * again among them.
 */
final class HolidayCalendar {
    /** No calendar of holidays has as many days; a rule such as "every day" has more. */
    private static final int MOST = 1_000;

    private static final String NAMELESS = "Holiday";

    private final ZoneId zone;
    private final LocalDate from;
    private final LocalDate until;
    private final List<Holiday> holidays = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    private HolidayCalendar(ZoneId zone, LocalDate from, LocalDate until) {
        this.zone = zone;
        this.from = from;
        this.until = until;
    }

    /**
     * What a calendar says.
     *
     * @param holidays in the order of their days
     * @param skipped the names of events that are no whole days
     */
    record Content(List<Holiday> holidays, List<String> skipped) {}

    /**
     * Reads a calendar.
     *
     * @param text of one or several calendars
     * @param zone whose days count where an event has times
     * @param from what ends before is left out
     * @param until what begins later is left out
     * @return what it says
     * @throws PlanDocumentException if it is no calendar, or says far too much
     */
    static Content read(String text, ZoneId zone, LocalDate from, LocalDate until) {
        var calendars = Biweekly.parse(text).all();
        if (calendars.isEmpty()) {
            throw new PlanDocumentException(Spot.WHOLE, Flaw.of("not-a-calendar"));
        }
        HolidayCalendar found = new HolidayCalendar(zone, from, until);
        calendars.forEach(calendar -> found.add(calendar.getEvents()));
        return new Content(
                found.holidays.stream()
                        .distinct()
                        .sorted((a, b) -> a.first().compareTo(b.first()))
                        .toList(),
                found.skipped.stream().distinct().toList());
    }

    private void add(List<VEvent> events) {
        Set<Moved> moved = new HashSet<>();
        for (VEvent event : events) {
            ICalDate which = ValuedProperty.getValue(event.getRecurrenceId());
            if (which != null) {
                moved.add(new Moved(uid(event), start(which).toLocalDate()));
            }
        }
        events.stream()
                .filter(event -> event.getStatus() == null || !isCancelled(event.getStatus()))
                .forEach(event -> add(event, moved));
    }

    /** An event that comes again, but on this day is told by another one. */
    private record Moved(String uid, LocalDate day) {}

    private static boolean isCancelled(Status status) {
        return status.isCancelled();
    }

    private static String uid(VEvent event) {
        String uid = ValuedProperty.getValue(event.getUid());
        return uid == null ? "" : uid;
    }

    private void add(VEvent event, Set<Moved> moved) {
        String name = name(event);
        Optional<Long> days = wholeDays(event);
        if (days.isEmpty()) {
            skipped.add(name);
            return;
        }
        boolean comesAgain = event.getRecurrenceId() == null;
        ZoneId counted = zoneOf(event);
        Iterator<Date> starts = event.getDateIterator(TimeZone.getTimeZone(counted));
        int seen = 0;
        while (starts.hasNext()) {
            LocalDate first = LocalDate.ofInstant(starts.next().toInstant(), counted);
            LocalDate last = first.plusDays(days.get() - 1);
            if (first.isAfter(until)) {
                return;
            }
            if (!last.isBefore(from)
                    && !(comesAgain && moved.contains(new Moved(uid(event), first)))) {
                holidays.add(new Holiday(first, last, name));
            }
            if (holidays.size() > MOST || ++seen > MOST * 100) {
                throw new PlanDocumentException(Spot.WHOLE, Flaw.of("too-many-holidays", MOST));
            }
        }
    }

    /** The library reads a date without a time as midnight where the server is. */
    private ZoneId zoneOf(VEvent event) {
        ICalDate start = ValuedProperty.getValue(event.getDateStart());
        return start != null && start.hasTime() ? zone : ZoneId.systemDefault();
    }

    private static String name(VEvent event) {
        String name = ValuedProperty.getValue(event.getSummary());
        return name == null || name.isBlank() ? NAMELESS : name.strip();
    }

    /** How many days it lasts; empty: it begins or ends within a day. */
    private Optional<Long> wholeDays(VEvent event) {
        ICalDate start = ValuedProperty.getValue(event.getDateStart());
        if (start == null) {
            return Optional.empty();
        }
        LocalDateTime begin = start(start);
        LocalDateTime end = end(event, start, begin);
        long days = ChronoUnit.DAYS.between(begin, end);
        boolean whole =
                begin.toLocalTime().equals(LocalTime.MIDNIGHT)
                        && end.toLocalTime().equals(LocalTime.MIDNIGHT)
                        && days > 0;
        return whole ? Optional.of(days) : Optional.empty();
    }

    /** RFC 5545 section 3.6.1: without an end, a date lasts one day and a time no time at all. */
    private LocalDateTime end(VEvent event, ICalDate start, LocalDateTime begin) {
        @Nullable ICalDate end = ValuedProperty.getValue(event.getDateEnd());
        if (end != null) {
            return start(end);
        }
        var lasts = ValuedProperty.getValue(event.getDuration());
        if (lasts != null) {
            return begin.plus(lasts.toMillis(), ChronoUnit.MILLIS);
        }
        return start.hasTime() ? begin : begin.plusDays(1);
    }

    private LocalDateTime start(ICalDate date) {
        var written = date.getRawComponents();
        return date.hasTime() || written == null
                ? LocalDateTime.ofInstant(date.toInstant(), zone)
                : LocalDate.of(written.getYear(), written.getMonth(), written.getDate())
                        .atStartOfDay();
    }
}
