package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** What a phone's request waits for, at most 5 s; what goes wrong becomes a {@link DeskRefusal}. */
final class Awaited {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Awaited() {}

    static <T> T result(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new DeskRefusal(Code.TIMED_OUT);
        } catch (ExecutionException e) {
            throw refusal(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new DeskRefusal(Code.TIMED_OUT);
        }
    }

    private static RuntimeException refusal(ExecutionException failed) {
        return switch (failed.getCause()) {
            case DeskRefusal refusal -> refusal;
            case Media.BadSdp _ -> new DeskRefusal(Code.BAD_SDP);
            case TimeoutException _ -> new DeskRefusal(Code.TIMED_OUT);
            case null, default -> new IllegalStateException("a call's step failed", failed);
        };
    }
}
