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
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.ProviderWork;
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
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<PersonTraces> traces;
    private final ObjectProvider<FormerStaff> staff;
    private final Names names;

    Leavers(
            Tables tables,
            DurableChange changes,
            ApplicationEventPublisher events,
            ObjectProvider<PersonTraces> traces,
            ObjectProvider<FormerStaff> staff,
            Names names) {
        this.tables = tables;
        this.changes = changes;
        this.events = events;
        this.traces = traces;
        this.staff = staff;
        this.names = names;
    }

    /** Makes pseudonyms, in the language of the company. */
    @Component
    record Names(ObjectProvider<Plans> plans, MessageSource messages) {
        String of(CompanyId company, int number) {
            String language = plans.getObject().current(company).facts().language();
            return messages.getMessage(
                    "privacy.former", new Object[] {number}, Locale.forLanguageTag(language));
        }
    }

    private record Kept(CompanyId company, int days) {}

    /**
     * After how long people who have left are pseudonyms.
     *
     * @param company whose
     * @return days; empty: never
     */
    public Optional<Integer> days(CompanyId company) {
        return tables.of(company)
                .sql("select leaver_days from company where id = ? and leaver_days is not null")
                .param(company.text())
                .query(Integer.class)
                .optional();
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
     * @param days 0 to {@link #LONGEST_DAYS}; empty: never
     * @throws IllegalArgumentException if that many cannot be set
     */
    public void rename(CompanyId company, Optional<Integer> days) {
        check(days);
        Optional<Integer> before = days(company);
        if (before.equals(days)) {
            return;
        }
        changes.make(
                company,
                () -> {
                    tables.of(company)
                            .sql("update company set leaver_days = cast(? as int) where id = ?")
                            .param(days.orElse(null))
                            .param(company.text())
                            .update();
                    events.publishEvent(new LeaverDaysChanged(company, before, days));
                });
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
        for (Kept one : kept()) {
            Instant before = Retention.oldBefore(now, one.days());
            Map<PersonId, String> done = shown(one.company());
            staff.stream()
                    .flatMap(all -> all.gone(one.company()).stream())
                    .filter(leaver -> !done.containsKey(leaver.person()))
                    .filter(leaver -> !leaver.left().isAfter(before))
                    .forEach(leaver -> rename(one.company(), leaver, now));
        }
    }

    private List<Kept> kept() {
        return tables.across(ProviderWork.RETENTION)
                .sql(
                        "select id, leaver_days from company where leaver_days is not null"
                                + " order by id")
                .query((row, _) -> new Kept(new CompanyId(row.getString(1)), row.getInt(2)))
                .list();
    }

    private void rename(CompanyId company, Leaver leaver, Instant now) {
        String pseudonym = names.of(company, shown(company).size() + 1);
        List<Runnable> all =
                traces.stream().map(one -> one.renaming(company, leaver, pseudonym)).toList();
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
