package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Sound that comes back from the relay, so that a page can measure its path without a call. Each
 * person has at most one, which ends by itself. Thread safe.
 */
public final class EchoTests implements AutoCloseable {
    private static final int MOST = 50;

    private final Media media;
    private final Duration longest;
    private final AtomicLong opened = new AtomicLong();
    private final Map<PersonId, LegId> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ends =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("echo-tests").factory());

    /**
     * None yet.
     *
     * @param media the relay
     * @param longest when each ends by itself
     */
    EchoTests(Media media, Duration longest) {
        this.media = media;
        this.longest = longest;
    }

    /**
     * Begins; one that the person still had ends. May block for up to 5 s.
     *
     * @param plan of the person's company
     * @param person whose
     * @param sdp his browser's offer
     * @return the relay's answer
     * @throws DeskRefusal if there are too many, or the offer cannot be used
     */
    public String begin(CompanyPlan plan, PersonId person, String sdp) {
        end(person);
        if (open.size() >= MOST) {
            throw new DeskRefusal(DeskRefusal.Code.NO_CAPACITY);
        }
        LegId leg =
                new LegId("echo-" + Long.toString(opened.incrementAndGet(), Character.MAX_RADIX));
        Optional.ofNullable(open.put(person, leg)).ifPresent(media::close);
        try {
            String answer = Awaited.result(media.answerBrowser(leg, sdp));
            media.hear(plan, leg, new Hears.Itself());
            var _ =
                    ends.schedule(
                            () -> end(person, leg), longest.toMillis(), TimeUnit.MILLISECONDS);
            return answer;
        } catch (RuntimeException failure) {
            end(person, leg);
            throw failure;
        }
    }

    /**
     * Ends the one of that person, if he has one.
     *
     * @param person whose
     */
    public void end(PersonId person) {
        Optional.ofNullable(open.remove(person)).ifPresent(media::close);
    }

    private void end(PersonId person, LegId leg) {
        if (open.remove(person, leg)) {
            media.close(leg);
        }
    }

    @Override
    public void close() {
        ends.shutdownNow();
    }
}
