package org.sonnerie.pbx.publish;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.Holiday;
import org.sonnerie.pbx.plan.Hours;
import org.sonnerie.pbx.plan.HoursId;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.stereotype.Component;

/** Puts the holidays of a calendar into the draft of a company's plan. */
@Component
public class HolidayImport {
    private static final int YEARS_AHEAD = 3;

    private final Drafts drafts;
    private final InstantSource clock;

    HolidayImport(Drafts drafts, InstantSource clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * What became of a calendar.
     *
     * @param draft with the holidays
     * @param added how many of them it had not had
     * @param skipped the names of events that are no whole days
     */
    public record Result(Draft draft, int added, List<String> skipped) {}

    /**
     * Whose holidays they become.
     *
     * @param company whose plan
     * @param hours which of its opening hours
     * @param by who does it
     * @param replaces the revision of the draft it changes; empty: there is no draft, so that the
     *     published plan is what is changed
     */
    public record Place(CompanyId company, HoursId hours, PersonId by, Optional<String> replaces) {}

    /**
     * Adds the holidays of today and the next three years that the hours do not have yet.
     *
     * @param place where to
     * @param calendar iCalendar
     * @return the draft
     * @throws PlanDocumentException if it is no calendar, or there are no such hours
     * @throws DraftRefusedException if the draft that is there is another one
     */
    public Result add(Place place, String calendar) {
        CompanyPlan plan = drafts.base(place.company(), place.replaces());
        Hours hours = plan.hours(place.hours()).orElseThrow(() -> unknown(place.hours()));
        ZoneId zone = hours.timeZone().orElse(plan.facts().timeZone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        HolidayCalendar.Content content =
                HolidayCalendar.read(calendar, zone, today, today.plusYears(YEARS_AHEAD));
        Hours filled = hours.with(merged(hours.holidays(), content.holidays()));
        CompanyPlan changed = plan.with(plan.flow().with(filled));
        Draft draft =
                drafts.put(
                        place.company(), PlanWriter.write(changed), place.by(), place.replaces());
        int added = filled.holidays().size() - hours.holidays().size();
        return new Result(draft, added, content.skipped());
    }

    static PlanDocumentException unknown(HoursId hours) {
        return new PlanDocumentException(
                DocumentSpot.top("hours"), Flaw.of("unknown-hours", hours));
    }

    /** Days that are there already keep the name somebody gave them. */
    private static List<Holiday> merged(List<Holiday> known, List<Holiday> more) {
        Set<List<LocalDate>> taken = new HashSet<>();
        known.forEach(holiday -> taken.add(List.of(holiday.first(), holiday.last())));
        List<Holiday> all = new ArrayList<>(known);
        more.stream()
                .filter(holiday -> taken.add(List.of(holiday.first(), holiday.last())))
                .forEach(all::add);
        return all;
    }
}
