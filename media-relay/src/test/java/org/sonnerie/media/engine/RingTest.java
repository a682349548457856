package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;

class RingTest {
    private final Ring<Integer> ring = new Ring<>(4);

    private List<Integer> rest() {
        List<Integer> rest = new ArrayList<>();
        for (Integer next = ring.poll(); next != null; next = ring.poll()) {
            rest.add(next);
        }
        return rest;
    }

    @Test
    void whatIsHandedOverComesInOrder() {
        for (int i = 0; i < 3; i++) {
            assertThat(ring.offer(i)).isTrue();
        }

        assertThat(rest()).containsExactly(0, 1, 2);
        assertThat(ring.offer(3)).isTrue();
        assertThat(ring.offer(4)).isTrue();
        assertThat(rest()).containsExactly(3, 4);
    }

    @Test
    void whatDoesNotFitInPushesTheOldestOut() {
        for (int i = 0; i < 4; i++) {
            assertThat(ring.offer(i)).isTrue();
        }
        assertThat(ring.offer(4)).isFalse();
        assertThat(ring.offer(5)).isFalse();

        assertThat(rest()).containsExactly(2, 3, 4, 5);
        assertThat(ring.offer(6)).isTrue();
        assertThat(rest()).containsExactly(6);
    }

    @Test
    void whatWasPushedOutWhileSomeWereTakenIsNotMistakenForTheNext() {
        assertThat(ring.offer(0)).isTrue();
        assertThat(ring.offer(1)).isTrue();
        assertThat(ring.poll()).isEqualTo(0);
        long pushedOut = 0;
        for (int i = 2; i < 12; i++) {
            pushedOut += ring.offer(i) ? 0 : 1;
        }

        assertThat(rest()).containsExactly(8, 9, 10, 11);
        assertThat(pushedOut).isEqualTo(7);
    }

    @Test
    void twoThreadsLoseNothingThatIsNotCounted() {
        int many = 200_000;
        CompletableFuture<Integer> dropped =
                CompletableFuture.supplyAsync(() -> {
                    int count = 0;
                    for (int i = 0; i < many; i++) {
                        count += ring.offer(i) ? 0 : 1;
                    }
                    return count;
                });
        List<Integer> taken = new ArrayList<>();
        while (!dropped.isDone()) {
            taken.addAll(rest());
        }
        taken.addAll(rest());

        assertThat(taken).isSorted().doesNotHaveDuplicates();
        assertThat(taken.getLast()).isEqualTo(many - 1);
        assertThat(taken.size() + dropped.join()).isEqualTo(many);
    }

    @Test
    void whatTheRingsDropIsCounted() {
        Counters counters = new Counters();
        Rings rings = new Rings(2, counters);
        int size = 1_024;

        assertThat(rings.take(0, 1)).isNull();
        for (int i = 0; i < size + 3; i++) {
            rings.give(0, 1, Datagrams.toNobody(i));
        }

        assertThat(counters.of(Counter.DATAGRAMS_HANDED_OVER)).isEqualTo(size + 3);
        assertThat(counters.of(Counter.DROP_HAND_OVER)).isEqualTo(3);
        assertThat(rings.take(1, 0)).isNull();
        HandedOver first = Objects.requireNonNull(rings.take(0, 1));
        assertThat(first.from().getPort()).isEqualTo(3 + 1);
        assertThat(first.endpoint().id()).isEqualTo(new EndpointId("nobody"));
    }
}
