package org.sonnerie.pbx.runtime;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Tells under {@code callLog} whether new calls can begin, and why not. */
final class EventLogHealth implements HealthIndicator {
    private final GroupCommitLog log;

    EventLogHealth(GroupCommitLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        var state = log.state();
        var health =
                switch (state.place()) {
                    case DATABASE -> Health.up();
                    case JOURNAL ->
                            Health.up().withDetail("state", "call events go to the journal");
                    case NOWHERE ->
                            Health.status(Status.OUT_OF_SERVICE)
                                    .withDetail(
                                            "state",
                                            "no new calls: neither the database nor the journal"
                                                    + " takes call events");
                };
        if (!state.is(LogState.Place.DATABASE)) {
            health.withDetail("reason", state.reason());
        }
        return health.withDetail("journalBytes", log.journalBytes())
                .withDetail("lostEvents", log.lostTotal())
                .build();
    }
}
