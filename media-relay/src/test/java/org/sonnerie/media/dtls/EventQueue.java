package org.sonnerie.media.dtls;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A listener that keeps what it hears. */
final class EventQueue implements Consumer<DtlsEvent> {
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<DtlsEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void accept(DtlsEvent event) {
        events.add(event);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    DtlsEvent next() {
        DtlsEvent event = poll();
        if (event == null) {
            throw new AssertionError("nothing happened");
        }
        return event;
    }

    /** The event after which nothing comes any more. */
    DtlsEvent last() {
        DtlsEvent event = next();
        return event instanceof DtlsEvent.Keyed ? next() : event;
    }

    private @Nullable DtlsEvent poll() {
        try {
            return events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
