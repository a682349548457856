package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.Holiday;

class HolidayCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FROM = LocalDate.parse("2026-11-26");
    private static final LocalDate UNTIL = FROM.plusYears(3);

    private static HolidayCalendar.Content read(String... events) {
        return HolidayCalendar.read(calendar(events), PARIS, FROM, UNTIL);
    }

    private static String calendar(String... events) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//\n");
        for (String event : events) {
            text.append("BEGIN:VEVENT\n").append(event).append("END:VEVENT\n");
        }
        return text.append("END:VCALENDAR\n").toString().replace("\n", "\r\n");
    }

    private static String event(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static Holiday holiday(String first, String last, String name) {
        return new Holiday(LocalDate.parse(first), LocalDate.parse(last), name);
    }

    @Test
    void daysAndSpansOfDaysAreHolidaysInTheirOrder() {
        assertThat(
                        read(
                                        event(
                                                "DTSTART;VALUE=DATE:20261224",
                                                "DTEND;VALUE=DATE:20270102",
                                                "SUMMARY:Between the years"),
                                        event(
                                                "DTSTART;VALUE=DATE:20261211",
                                                "SUMMARY:Saint Daniel"),
                                        event(
                                                "DTSTART;VALUE=DATE:20270501",
                                                "DURATION:P2D",
                                                "SUMMARY:May"))
                                .holidays())
                .containsExactly(
                        holiday("2026-12-11", "2026-12-11", "Saint Daniel"),
                        holiday("2026-12-24", "2027-01-01", "Between the years"),
                        holiday("2027-05-01", "2027-05-02", "May"));
    }

    @Test
    void whatComesEveryYearIsThereForEachYearAheadWhateverTheServersOwnTimeZone() {
        TimeZone own = TimeZone.getDefault();
        try {
            for (String zone : List.of("UTC", "Pacific/Auckland", "America/Los_Angeles")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(
                                read(event(
                                                "DTSTART;VALUE=DATE:20200714",
                                                "RRULE:FREQ=YEARLY",
                                                "SUMMARY:Fête nationale"))
                                        .holidays())
                        .as(zone)
                        .containsExactly(
                                holiday("2027-07-14", "2027-07-14", "Fête nationale"),
                                holiday("2028-07-14", "2028-07-14", "Fête nationale"),
                                holiday("2029-07-14", "2029-07-14", "Fête nationale"));
            }
        } finally {
            TimeZone.setDefault(own);
        }
    }

    @Test
    void anEventThatBeginsWithinADayIsNoHolidayAndIsNamed() {
        HolidayCalendar.Content content =
                read(
                        event(
                                "DTSTART:20261224T120000Z",
                                "DTEND:20261224T160000Z",
                                "SUMMARY:Party"),
                        event(
                                "DTSTART;TZID=Europe/Paris:20261224T000000",
                                "DTEND;TZID=Europe/Paris:20261225T000000",
                                "SUMMARY:Eve"),
                        event("DTSTART:20261226T000000", "SUMMARY:A moment"));
        assertThat(content.holidays()).containsExactly(holiday("2026-12-24", "2026-12-24", "Eve"));
        assertThat(content.skipped()).containsExactly("Party", "A moment");
    }

    @Test
    void cancelledPastAndFarEventsAreLeftOutAndMovedOnesAreMoved() {
        assertThat(
                        read(
                                        event(
                                                "DTSTART;VALUE=DATE:20261220",
                                                "STATUS:CANCELLED",
                                                "SUMMARY:Off"),
                                        event("DTSTART;VALUE=DATE:20261125", "SUMMARY:Yesterday"),
                                        event("DTSTART;VALUE=DATE:20301125", "SUMMARY:Far"),
                                        event(
                                                "UID:a",
                                                "DTSTART;VALUE=DATE:20260302",
                                                "RRULE:FREQ=YEARLY;COUNT=3",
                                                "SUMMARY:Stocktaking"),
                                        event(
                                                "UID:a",
                                                "RECURRENCE-ID;VALUE=DATE:20270302",
                                                "DTSTART;VALUE=DATE:20270309",
                                                "SUMMARY:Stocktaking, later"))
                                .holidays())
                .containsExactly(
                        holiday("2027-03-09", "2027-03-09", "Stocktaking, later"),
                        holiday("2028-03-02", "2028-03-02", "Stocktaking"));
    }

    @Test
    void whatIsNoCalendarOrSaysTooMuchIsRefused() {
        assertThatThrownBy(() -> HolidayCalendar.read("<html>", PARIS, FROM, UNTIL))
                .isInstanceOf(PlanDocumentException.class)
                .hasMessageContaining("no calendar");
        assertThatThrownBy(() -> read(event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY")))
                .isInstanceOf(PlanDocumentException.class)
                .hasMessageContaining("more than 1000 holidays");
    }

    @Test
    void anEventWithoutANameOrAnythingElseDoesNotStopTheOthers() {
        assertThat(read(event("SUMMARY:Never"), event("DTSTART;VALUE=DATE:20261211")).holidays())
                .containsExactly(holiday("2026-12-11", "2026-12-11", "Holiday"));
    }
}
