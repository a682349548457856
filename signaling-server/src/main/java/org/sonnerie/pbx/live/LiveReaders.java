package org.sonnerie.pbx.live;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.sonnerie.pbx.security.SessionOver;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * All pages that are told of what goes on, by server-sent events (HTML Living Standard, section
 * 9.2). Each is looked at once a second, on a thread of its own while it is written to: one that
 * does not read holds up no other. Thread safe.
 */
public class LiveReaders {
    /** A browser opens no more than six connections to one server (HTTP/1.1): one is left. */
    static final int MOST_OF_ONE_PERSON = 5;

    private static final int REMEMBERED_ENDS = 1_000;

    private final LiveBoard board;
    private final InstantSource clock;
    private final Executor threads;
    private final List<LiveReader> readers = new CopyOnWriteArrayList<>();

    /** Whoever was let in a moment before his session ended is put out again. */
    private final Set<String> ended =
            Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    private volatile boolean stopped;

    private static final class Newest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_ENDS;
        }
    }

    LiveReaders(LiveBoard board, InstantSource clock, Executor threads) {
        this.board = board;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * Somebody wants to be told.
     *
     * @param who he is
     * @param session with which session: the stream ends with it
     * @param locale in which language
     * @param release ends his request at once, where he is found to be gone
     * @return the stream; empty: he has as many as one may have
     */
    public Optional<SseEmitter> open(
            SignedIn who, String session, Locale locale, Runnable release) {
        LiveReader reader = new LiveReader(who, session, locale, release);
        synchronized (readers) {
            if (readers.stream().filter(one -> one.isOf(who)).count() >= MOST_OF_ONE_PERSON) {
                return Optional.empty();
            }
            readers.add(reader);
        }
        SseEmitter stream = reader.stream();
        stream.onCompletion(() -> readers.remove(reader));
        stream.onError(_ -> readers.remove(reader));
        if (stopped || ended.contains(session)) {
            end(reader);
        } else {
            threads.execute(() -> tell(reader));
        }
        return Optional.of(stream);
    }

    /** Called every second. */
    void tick() {
        readers.forEach(reader -> threads.execute(() -> tell(reader)));
    }

    private void tell(LiveReader reader) {
        try {
            reader.tell(board, clock);
        } catch (IOException _) {
            readers.remove(reader);
            reader.release();
        } catch (IllegalStateException _) {
            // It has just been ended.
            readers.remove(reader);
        }
    }

    /** How many pages are told. */
    int count() {
        return readers.size();
    }

    private void end(LiveReader reader) {
        readers.remove(reader);
        // Not here: one that does not read may be in the middle of a message.
        threads.execute(reader::end);
    }

    private void end(Predicate<LiveReader> which) {
        readers.stream().filter(which).forEach(this::end);
    }

    @EventListener
    void onSessionOver(SessionOver over) {
        ended.add(over.sessionId());
        end(reader -> reader.isOf(over.sessionId()));
    }

    /** An open stream would hold up the stop until its patience is over. */
    @EventListener(ContextClosedEvent.class)
    void onStop(ContextClosedEvent event) {
        if (event.getApplicationContext().getParent() == null) {
            stopped = true;
            end(_ -> true);
        }
    }
}
