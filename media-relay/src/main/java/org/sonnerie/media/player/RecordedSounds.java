package org.sonnerie.media.player;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.sonnerie.media.api.Sound;

/**
 * The recorded sounds of one programme. The first is read when the programme begins, each further
 * one when the one before it is played; no more than two are kept. Owned by one thread.
 *
 * @param <T> in which form the sounds are wanted
 */
final class RecordedSounds<T extends Playable> {
    private final List<Sound.Recorded> order;
    private final Function<Sound.Recorded, CompletableFuture<T>> reader;
    private final T waiting;
    private final Map<Sound.Recorded, CompletableFuture<T>> reading = new HashMap<>();

    RecordedSounds(
            List<Sound> sounds, Function<Sound.Recorded, CompletableFuture<T>> reader, T waiting) {
        this.order =
                sounds.stream()
                        .filter(Sound.Recorded.class::isInstance)
                        .map(Sound.Recorded.class::cast)
                        .distinct()
                        .toList();
        this.reader = reader;
        this.waiting = waiting;
        if (!order.isEmpty()) {
            read(order.getFirst());
        }
    }

    private void read(Sound.Recorded sound) {
        if (!reading.containsKey(sound)) {
            reading.put(sound, reader.apply(sound));
        }
    }

    /** A sound of the programme; what to play meanwhile if it is not there yet. */
    T get(Sound.Recorded sound) {
        Sound.Recorded next = order.get((order.indexOf(sound) + 1) % order.size());
        reading.keySet().removeIf(kept -> !kept.equals(sound) && !kept.equals(next));
        read(sound);
        read(next);
        return Objects.requireNonNull(reading.get(sound)).getNow(waiting);
    }
}
