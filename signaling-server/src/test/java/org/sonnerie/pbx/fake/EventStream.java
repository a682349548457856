package org.sonnerie.pbx.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Listens to server-sent events as a page's script does. */
public final class EventStream implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::read);
    }

    public static EventStream open(Browser browser, String path) {
        HttpResponse<InputStream> answer = browser.stream(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError("refused: " + answer.statusCode());
        }
        return new EventStream(answer);
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
            ended.complete(null);
        } catch (IOException | UncheckedIOException e) {
            ended.completeExceptionally(e);
        }
    }

    public String type() {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    /** Waits for a line; others are passed over. */
    public String await(Predicate<String> wanted) {
        try {
            for (String line = next(); ; line = next()) {
                if (wanted.test(line)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String next() throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nothing came");
        }
        return line;
    }

    /** Waits until the server has ended it in order. */
    public void awaitEnd() {
        ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
