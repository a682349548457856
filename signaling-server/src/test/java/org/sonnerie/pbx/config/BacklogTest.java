package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final long GENEROUS_SECONDS = 30;

    @Test
    void workIsTakenInItsOrderAndNoMoreThanIsAskedFor() throws InterruptedException {
        Backlog<Integer> backlog = new Backlog<>(10);
        for (int i = 1; i <= 5; i++) {
            assertThat(backlog.offer(i)).isTrue();
        }

        assertThat(backlog.next(3)).containsExactly(1, 2, 3);
        assertThat(backlog.size()).isEqualTo(2);
        assertThat(backlog.next(3)).containsExactly(4, 5);
    }

    @Test
    void whatIsTooMuchIsRefusedUntilThereIsRoom() throws InterruptedException {
        Backlog<String> backlog = new Backlog<>(2);
        assertThat(backlog.offer("a")).isTrue();
        assertThat(backlog.offer("b")).isTrue();
        assertThat(backlog.offer("c")).isFalse();

        assertThat(backlog.next(1)).containsExactly("a");
        assertThat(backlog.offer("d")).isTrue();
        assertThat(backlog.next(9)).containsExactly("b", "d");
    }

    @Test
    void closingLeavesNothingUndone() throws InterruptedException {
        Backlog<String> backlog = new Backlog<>(9);
        backlog.offer("before");
        backlog.close();
        backlog.offer("after");

        assertThat(backlog.next(9)).containsExactly("before", "after");
        assertThat(backlog.next(9)).isEmpty();
    }

    @Test
    void whoeverWaitsIsWokenByWorkAndByClosing() throws Exception {
        Backlog<String> backlog = new Backlog<>(9);
        CompletableFuture<List<String>> done = new CompletableFuture<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> done.complete(everything(backlog)));
            backlog.offer("one");
            backlog.offer("two");
            while (backlog.size() > 0) {
                Thread.onSpinWait();
            }
            backlog.close();
            assertThat(done.get(GENEROUS_SECONDS, TimeUnit.SECONDS)).containsExactly("one", "two");
        }
    }

    private static List<String> everything(Backlog<String> backlog) {
        List<String> all = new ArrayList<>();
        try {
            for (var some = backlog.next(1); !some.isEmpty(); some = backlog.next(1)) {
                all.addAll(some);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this", e);
        }
        return all;
    }
}
