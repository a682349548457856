package org.sonnerie.pbx.events;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.config.RegularWork;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The events of each company, numbered; kept for {@link #KEPT}. Thread safe. */
@Component
public class CompanyEvents implements DisposableBean {
    /** For how long. */
    public static final Duration KEPT = Duration.ofDays(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    private final EventRows rows;
    private final Tables tables;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;
    private final RegularWork work = new RegularWork("events-old-");

    CompanyEvents(
            EventRows rows, Tables tables, ApplicationEventPublisher news, InstantSource clock) {
        this.rows = rows;
        this.tables = tables;
        this.news = news;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work.every(BETWEEN_LOOKS, () -> rows.forgetBefore(clock.instant().minus(KEPT)));
    }

    @Override
    public void destroy() {
        work.close();
    }

    /**
     * Writes events down. One that is there already is not written again.
     *
     * @param company whose, all of them
     * @param events in their order
     */
    void write(CompanyId company, List<CompanyEvent> events) {
        boolean any = tables.together(company, () -> writeNew(company, events));
        if (any) {
            news.publishEvent(new EventsThere(company));
        }
    }

    private boolean writeNew(CompanyId company, List<CompanyEvent> events) {
        long first = rows.lockedEnd(company);
        long end = first;
        for (CompanyEvent event : events) {
            if (!rows.has(company, event.id())) {
                end++;
                CompanyEvent numbered =
                        new CompanyEvent(
                                company, end, event.id(), event.type(), event.at(), event.body());
                rows.add(numbered);
                news.publishEvent(new EventWritten(numbered));
            }
        }
        return end > first;
    }

    /**
     * The events that follow another.
     *
     * @param company whose
     * @param number after which
     * @param most how many at most
     * @return in their order
     */
    public List<CompanyEvent> after(CompanyId company, long number, int most) {
        return rows.after(company, number, most);
    }

    /**
     * The number of the newest.
     *
     * @param company whose
     * @return 0: there was none yet
     */
    public long end(CompanyId company) {
        return rows.end(company);
    }

    /**
     * Where an event stands.
     *
     * @param company whose
     * @param id its id
     * @return its number; empty: it is not, or no longer, kept
     */
    public Optional<Long> number(CompanyId company, String id) {
        return rows.number(company, id);
    }
}
