package org.sonnerie.media.engine;

import org.jspecify.annotations.Nullable;

/**
 * Some on their way from one thread to another. The one lets them go when it comes to it among its
 * commands; the other, when it comes to their arrival among its own, does what follows only after
 * they are there. Nobody waits: sound goes on. As both are queued at once, in one order for all
 * threads, no two handovers wait for each other.
 */
final class Handover {
    private final Placement.Move move;
    private final MediaThread from;
    private final MediaThread to;
    private volatile @Nullable Bundle bundle;

    /** Who travels, and which tick is the next one for them. */
    private record Bundle(Travellers travellers, long nextTick) {}

    Handover(Placement.Move move, MediaThread from, MediaThread to) {
        this.move = move;
        this.from = from;
        this.to = to;
    }

    void begin() {
        from.execute(this::depart);
        to.execute(new Arrival());
    }

    private void depart() {
        Travellers travellers = Travellers.NOBODY;
        try {
            travellers = from.release(move, to.bench());
        } finally {
            bundle = new Bundle(travellers, from.nextTick());
            to.wake();
        }
    }

    /** What stands in the queue of the thread they go to. */
    final class Arrival implements Runnable {
        /** Whether they are there, and the thread is not behind them in time. */
        boolean isDue(long nextTick) {
            Bundle present = bundle;
            return present != null && present.nextTick() <= nextTick;
        }

        @Override
        public void run() {
            Bundle present = bundle;
            if (present != null) {
                to.welcome(present.travellers(), present.nextTick());
            }
        }
    }
}
