package org.sonnerie.pbx.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.history.CallCounting;
import org.sonnerie.pbx.history.KeptCall;
import org.sonnerie.pbx.history.SoundHistory;
import org.sonnerie.pbx.history.Sounded;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.stereotype.Component;

/** Counts calls, and what they sounded like once that is known. Thread safe. */
@Component
class SoundCounts implements CallCounting {
    private static final Logger LOG = LoggerFactory.getLogger(SoundCounts.class);

    /** What a leg sounded like is written soon after its end, its page's word a little later. */
    private static final Duration KNOWN_AFTER = Duration.ofSeconds(20);

    /** More than one: what has gathered while nobody called grows less. */
    private static final int AT_EACH_CALL = 3;

    private final ReportRows rows;
    private final ReportCounts counts;
    private final SoundHistory sound;
    private final InstantSource clock;

    SoundCounts(ReportRows rows, ReportCounts counts, SoundHistory sound, InstantSource clock) {
        this.rows = rows;
        this.counts = counts;
        this.sound = sound;
        this.clock = clock;
    }

    @Override
    public void count(KeptCall call) {
        counts.count(call);
    }

    @Override
    public void settle(CompanyId company) {
        settle(company, AT_EACH_CALL);
    }

    /** Counts that many of those whose sound is known by now. */
    void settle(CompanyId company, int most) {
        Instant before = clock.instant().minus(KNOWN_AFTER);
        rows.dueSound(company, before, most)
                .forEach(due -> counts.countSound(company, due, rating(company, due)));
    }

    private Sounded.Rating rating(CompanyId company, ReportCounts.DueSound due) {
        try {
            return sound.rating(company, due.call(), due.leg());
        } catch (IllegalStateException unreadable) {
            LOG.warn("call={} sounded unknown: its log cannot be read", due.call(), unreadable);
            return Sounded.Rating.UNKNOWN;
        }
    }
}
