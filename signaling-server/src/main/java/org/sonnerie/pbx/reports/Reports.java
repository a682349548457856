package org.sonnerie.pbx.reports;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.sonnerie.pbx.history.CallRecord.Direction;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.privacy.Leavers;
import org.springframework.stereotype.Component;

/** The figures of a company. Thread safe. */
@Component
public class Reports {
    /** As many as a reader does not notice. */
    private static final int SOUNDS_AT_ONCE = 5;

    private final ReportRows rows;
    private final SoundCounts sound;
    private final Leavers leavers;
    private final InstantSource clock;

    Reports(ReportRows rows, SoundCounts sound, Leavers leavers, InstantSource clock) {
        this.leavers = leavers;
        this.rows = rows;
        this.sound = sound;
        this.clock = clock;
    }

    /**
     * What day it is.
     *
     * @param zone where
     * @return there
     */
    public LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /**
     * The figures that somebody wants.
     *
     * @param plan of which company, with its calendar
     * @param wanted which
     * @return all of them
     * @throws IllegalArgumentException if it cannot be understood
     */
    public Report of(CompanyPlan plan, ReportWish wanted) {
        Period period = wanted.days(today(plan.facts().timeZone()));
        return of(plan.company(), period, wanted.directions());
    }

    /**
     * The figures.
     *
     * @param company whose
     * @param period of which days
     * @param directions which calls are counted in the traffic
     * @return all of them
     */
    public Report of(CompanyId company, Period period, List<Direction> directions) {
        sound.settle(company, SOUNDS_AT_ONCE);
        Map<String, Waits> waits = rows.waits(company, period);
        return new Report(
                period,
                rows.traffic(company, period, directions),
                waits.getOrDefault(ReportCounts.NO_QUEUE, new Waits()),
                ReportRows.ofQueues(waits),
                people(company, period),
                rows.trunks(company, period));
    }

    private List<PersonFigures> people(CompanyId company, Period period) {
        Map<PersonId, String> shown = leavers.shown(company);
        return rows.people(company, period).stream()
                .map(one -> one.shownAs(shown.getOrDefault(one.person(), "")))
                .toList();
    }
}
