package org.sonnerie.pbx.runtime.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.runtime.EventLog;

/** A log in memory that can be taken away. */
public final class MemoryLog implements EventLog {
    public final Map<String, SetAside> setAside = new ConcurrentHashMap<>();
    private final List<LoggedEvent> events = new ArrayList<>();
    private volatile boolean gone;
    private volatile Optional<List<List<LoggedEvent>>> unfinished = Optional.empty();

    public void gone(boolean is) {
        gone = is;
    }

    @Override
    public synchronized void append(LoggedEvent event) {
        if (gone) {
            throw new EventLogUnavailable(new IllegalStateException("taken away"));
        }
        events.add(event);
    }

    @Override
    public boolean takesNewCalls() {
        return !gone;
    }

    @Override
    public Unfinished unfinished() {
        return new Unfinished(unfinished.orElseGet(() -> List.of(all())), Map.of());
    }

    @Override
    public void setAside(String call, Instant at, SetAside why) {
        setAside.put(call, why);
    }

    /** What it says stood in it. */
    public void unfinished(List<List<LoggedEvent>> logs) {
        unfinished = Optional.of(logs);
    }

    public synchronized List<LoggedEvent> all() {
        return List.copyOf(events);
    }

    public synchronized List<LoggedEvent> of(CallId call) {
        return events.stream().filter(event -> event.call().equals(call)).toList();
    }
}
