package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private final List<Runnable> threads = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final InOrder requests = new InOrder(threads::add);

    @Test
    void requestsRunOneAfterAnotherOnOneThread() {
        requests.submit(() -> done.add("first"));
        requests.submit(() -> done.add("second"));

        assertThat(threads).hasSize(1);
        threads.getFirst().run();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void failureDoesNotStopThoseAfterIt() {
        requests.submit(() -> {
            throw new IllegalStateException("on purpose");
        });
        requests.submit(() -> done.add("second"));

        threads.getFirst().run();
        assertThat(done).containsExactly("second");
    }

    @Test
    void queueIsBounded() {
        int taken = 0;
        while (taken < 1_000 && requests.submit(() -> done.add("one"))) {
            taken++;
        }

        assertThat(taken).isEqualTo(64);
    }
}
