package org.sonnerie.pbx.config;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.springframework.context.SmartLifecycle;

/**
 * The relay of this process while it starts and after: it warms up for a second or two beside the
 * rest of the start. The first command waits for it; the application is not ready before it is.
 */
final class StartingRelay implements MediaRelay, SmartLifecycle {
    /** Before calls are taken up and before the first page can connect. */
    private static final int PHASE = -1;

    private final CompletableFuture<Started> engine;
    private final OpenPorts ports;
    private volatile boolean running;

    /**
     * A relay that runs.
     *
     * @param relay the relay
     * @param port the port of all browsers
     */
    record Started(MediaRelay relay, int port) {}

    StartingRelay(Supplier<Started> start, Executor beside, OpenPorts ports) {
        this.ports = ports;
        this.engine = CompletableFuture.supplyAsync(start, beside);
    }

    @Override
    public void start() {
        try {
            ports.opened(Service.MEDIA, engine.join().port());
        } catch (CompletionException e) {
            throw new IllegalStateException("the media relay cannot start", e.getCause());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void submit(MediaCommand command) {
        engine.join().relay().submit(command);
    }

    @Override
    public Map<String, Long> counters() {
        return engine.isDone() ? engine.join().relay().counters() : Map.of();
    }

    @Override
    public Set<String> prompts(String language) {
        return engine.join().relay().prompts(language);
    }

    @Override
    public Set<String> languages() {
        return engine.join().relay().languages();
    }

    @Override
    public void close() {
        try {
            engine.join().relay().close();
        } catch (CompletionException | CancellationException _) {
            // It never started, and said why.
        }
    }
}
