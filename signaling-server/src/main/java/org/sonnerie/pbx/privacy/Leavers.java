package org.sonnerie.pbx.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.tables.CompanyDays;
import org.sonnerie.pbx.tables.CompanyDays.Kept;
import org.sonnerie.pbx.tables.CompanyDays.Kind;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * People who have left are shown as pseudonyms in what is kept of their calls, if their company
 * wants it, after a time of its own. Thread safe.
 */
@Component
public class Leavers implements OldTraces {
    /** The longest time that can be set, in days: ten years. */
    public static final int LONGEST_DAYS = 3_650;

    private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);

    private final Tables tables;
    private final CompanyDays days;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final Features features;
    private final Names names;

    Leavers(
            Tables tables,
            CompanyDays days,
            DurableChange changes,
            ApplicationEventPublisher events,
            Features features,
            Names names) {
        this.tables = tables;
        this.days = days;
        this.changes = changes;
        this.events = events;
        this.features = features;
        this.names = names;
    }

    /** Those who know people who have left, or their names. */
    @Component
    record Features(ObjectProvider<PersonTraces> traces, ObjectProvider<FormerStaff> staff) {}

    /** Makes pseudonyms, in the language of the company. */
    @Component
    record Names(ObjectProvider<Plans> plans, MessageSource messages) {
        String of(CompanyId company, int number) {
            String language = plans.getObject().current(company).facts().language();
            return messages.getMessage(
                    "privacy.former", new Object[] {number}, Locale.forLanguageTag(language));
        }
    }

    /**
     * After how long people who have left are pseudonyms.
     *
     * @param company whose
     * @return days; empty: never
     */
    public Optional<Integer> days(CompanyId company) {
        return days.of(company, Kind.LEAVERS);
    }

    /**
     * Whether so many days can be set.
     *
     * @param days 0 to {@link #LONGEST_DAYS}; empty: never
     * @throws IllegalArgumentException if not
     */
    public static void check(Optional<Integer> days) {
        if (days.filter(one -> one < 0 || one > LONGEST_DAYS).isPresent()) {
            throw new IllegalArgumentException("0 to " + LONGEST_DAYS + " days");
        }
    }

    /**
     * Sets it; durable on return, and done within the hour.
     *
     * @param company whose
     * @param wanted 0 to {@link #LONGEST_DAYS}; empty: never
     * @throws IllegalArgumentException if that many cannot be set
     */
    public void rename(CompanyId company, Optional<Integer> wanted) {
        check(wanted);
        days.set(
                company,
                Kind.LEAVERS,
                wanted,
                before -> events.publishEvent(new LeaverDaysChanged(company, before, wanted)));
    }

    /**
     * Who is shown as a pseudonym.
     *
     * @param company whose
     * @return how each is called
     */
    public Map<PersonId, String> shown(CompanyId company) {
        Map<PersonId, String> shown = new HashMap<>();
        tables.of(company)
                .sql("select person_id, pseudonym from former_person where company_id = ?")
                .param(company.text())
                .query((row, _) -> shown.put(new PersonId(row.getString(1)), row.getString(2)))
                .list();
        return shown;
    }

    @Override
    public void forgetOld(Instant now) {
        for (Kept one : days.all(Kind.LEAVERS)) {
            Instant before = Retention.oldBefore(now, one.days());
            Map<PersonId, String> done = shown(one.company());
            features.staff().stream()
                    .flatMap(all -> all.gone(one.company()).stream())
                    .filter(leaver -> !done.containsKey(leaver.person()))
                    .filter(leaver -> !leaver.left().isAfter(before))
                    .forEach(leaver -> rename(one.company(), leaver, now));
        }
    }

    private void rename(CompanyId company, Leaver leaver, Instant now) {
        String pseudonym = names.of(company, shown(company).size() + 1);
        List<Runnable> all =
                features.traces().stream()
                        .map(one -> one.renaming(company, leaver, pseudonym))
                        .toList();
        changes.make(
                company,
                () -> {
                    all.forEach(Runnable::run);
                    tables.of(company)
                            .sql(
                                    "insert into former_person (company_id, person_id, pseudonym,"
                                            + " renamed_at) values (?, ?, ?, ?)")
                            .params(
                                    company.text(),
                                    leaver.person().text(),
                                    pseudonym,
                                    now.atOffset(ZoneOffset.UTC))
                            .update();
                    events.publishEvent(new LeaverRenamed(company, pseudonym));
                });
        LOG.info("person={} is a pseudonym from now on", leaver.person());
    }
}
