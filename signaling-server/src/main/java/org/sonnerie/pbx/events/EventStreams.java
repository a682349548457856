package org.sonnerie.pbx.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.config.Bell;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who reads a company's events as they come. Each reader reads at his own pace from the database:
 * nothing is kept for him. Thread safe.
 */
@Component
public class EventStreams {
    private static final int MOST_AT_ONCE = 100;

    private final CompanyEvents events;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> ofClient = new ConcurrentHashMap<>();
    private volatile boolean closing;

    EventStreams(CompanyEvents events) {
        this.events = events;
    }

    /**
     * Begins one, which has to be closed.
     *
     * @param company whose events
     * @param client who reads
     * @param most how many he may have at once
     * @param last the id of the event after which to begin; empty: with what comes from now on. One
     *     that is kept no more: with all that is kept
     * @return empty: he has as many as he may
     */
    public Optional<Stream> open(
            CompanyId company, String client, int most, Optional<String> last) {
        int before = ofClient.merge(client, 1, Integer::sum) - 1;
        if (before >= most) {
            leave(client);
            return Optional.empty();
        }
        long after =
                last.isEmpty()
                        ? events.end(company)
                        : events.number(company, last.get()).orElse(0L);
        Stream stream = new Stream(company, client, after);
        open.add(stream);
        return Optional.of(stream);
    }

    private void leave(String client) {
        ofClient.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    }

    @EventListener
    void there(EventsThere news) {
        open.stream()
                .filter(stream -> stream.company.equals(news.company()))
                .forEach(stream -> stream.bell.ring());
    }

    /** Before the web server waits for requests that are being answered. */
    @EventListener
    void closing(ContextClosedEvent closed) {
        closing = true;
        open.forEach(stream -> stream.bell.ring());
    }

    /** How many are read. */
    long openNow() {
        return open.size();
    }

    /** One reader's place. Used by one thread. */
    public final class Stream implements AutoCloseable {
        private final CompanyId company;
        private final String client;
        private final Bell bell = new Bell();
        private long after;

        private Stream(CompanyId company, String client, long after) {
            this.company = company;
            this.client = client;
            this.after = after;
        }

        /**
         * Waits for what comes next.
         *
         * @param patience for how long
         * @return in their order; none: nothing came
         * @throws InterruptedException if whoever runs this is taken down
         */
        public List<CompanyEvent> next(Duration patience) throws InterruptedException {
            List<CompanyEvent> some = events.after(company, after, MOST_AT_ONCE);
            if (some.isEmpty() && !closing && bell.await(patience)) {
                some = events.after(company, after, MOST_AT_ONCE);
            }
            if (!some.isEmpty()) {
                after = some.getLast().number();
            }
            return some;
        }

        /**
         * Whether the server goes on.
         *
         * @return false: it is being stopped
         */
        public boolean goesOn() {
            return !closing;
        }

        @Override
        public void close() {
            if (open.remove(this)) {
                leave(client);
            }
        }
    }
}
