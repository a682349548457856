package org.sonnerie.media.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded way from one thread to one other, without a lock: what does not fit in pushes the
 * oldest out. Thread safe for one that offers and one that polls.
 *
 * @param <T> what goes over it
 */
final class Ring<T> {
    private final AtomicReferenceArray<@Nullable Item<T>> slots;
    private long nextIn;
    private long nextOut;

    /** What stands in a slot; its number tells the newest from the oldest. */
    private record Item<T>(long number, T what) {}

    Ring(int size) {
        slots = new AtomicReferenceArray<>(size);
    }

    /** Hands over; false: the oldest was dropped for it. */
    boolean offer(T what) {
        Item<T> before = slots.getAndSet(slot(nextIn), new Item<>(nextIn, what));
        nextIn++;
        return before == null;
    }

    /** Takes the oldest; null: there is none. */
    @Nullable T poll() {
        while (true) {
            Item<T> item = slots.get(slot(nextOut));
            if (item == null) {
                return null;
            }
            if (item.number() > nextOut) {
                // Overrun: a whole ring stands before it, and what was to come is gone.
                nextOut = item.number() - slots.length() + 1;
            } else if (slots.compareAndSet(slot(nextOut), item, null)) {
                nextOut++;
                return item.what();
            }
        }
    }

    private int slot(long number) {
        return (int) (number % slots.length());
    }
}
