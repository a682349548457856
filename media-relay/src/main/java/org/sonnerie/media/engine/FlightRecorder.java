package org.sonnerie.media.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.MediaEndpoint;
import org.sonnerie.media.endpoint.Moment;
import org.sonnerie.media.endpoint.Studio;

/**
 * Once a second, tells the facts of all endpoints in one event. The 49 ticks in between cost a
 * comparison. Owned by one media thread.
 */
final class FlightRecorder {
    private final Studio studio;
    private long dueTick;
    private long lateBefore;
    private boolean somebodyWasThere;

    FlightRecorder(Studio studio) {
        this.studio = studio;
    }

    void tick(Moment moment, Collection<MediaEndpoint> endpoints) {
        if (moment.tick() < dueTick) {
            return;
        }
        dueTick = moment.tick() + Frames.PER_SECOND;
        int late = late();
        if (!endpoints.isEmpty() || somebodyWasThere) {
            studio.tell(new MediaEvent.SecondPassed(at(moment), late, facts(endpoints)));
        }
        somebodyWasThere = !endpoints.isEmpty();
    }

    private Instant at(Moment moment) {
        return Instant.ofEpochMilli(studio.epochMillis(moment.nowNanos()));
    }

    private int late() {
        long now =
                studio.counters().of(Counter.TICKS_LATE)
                        + studio.counters().of(Counter.TICKS_SKIPPED);
        int late = (int) (now - lateBefore);
        lateBefore = now;
        return late;
    }

    private static List<EndpointFacts> facts(Collection<MediaEndpoint> endpoints) {
        List<EndpointFacts> facts = new ArrayList<>(endpoints.size());
        for (MediaEndpoint endpoint : endpoints) {
            facts.add(endpoint.facts());
        }
        return facts;
    }
}
