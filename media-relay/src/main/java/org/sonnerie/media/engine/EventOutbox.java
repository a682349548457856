package org.sonnerie.media.engine;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.MediaEvent;

/**
 * Carries events from the media thread to their consumer, in order, on a virtual thread of its own:
 * a slow consumer never holds up sound. Events are never dropped. Thread safe.
 */
final class EventOutbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventOutbox.class);

    private final BlockingQueue<MediaEvent> waiting = new LinkedBlockingQueue<>();
    private final Consumer<MediaEvent> consumer;
    private final Thread thread;

    EventOutbox(Consumer<MediaEvent> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofVirtual().name("media-events").unstarted(this::deliver);
    }

    void start() {
        thread.start();
    }

    void put(MediaEvent event) {
        waiting.add(event);
    }

    private void deliver() {
        try {
            while (true) {
                deliver(waiting.take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(MediaEvent event) {
        try {
            consumer.accept(event);
        } catch (RuntimeException failed) {
            LOG.error("{} was not taken", name(event), failed);
        }
    }

    /** No SDP and no digits stand in the log. */
    private static String name(MediaEvent event) {
        String what = event.getClass().getSimpleName();
        return event instanceof MediaEvent.OfEndpoint one
                ? what + " of endpoint=" + one.endpoint()
                : what;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
