package org.sonnerie.media.engine;

import java.util.List;
import java.util.function.Consumer;
import org.sonnerie.media.api.MediaCommand;

/**
 * Brings each command to the thread of its endpoint, after whatever has to move for it. What is
 * queued here for several threads is queued in one order for all of them. Thread safe; no media
 * thread ever waits for it.
 */
final class Dispatcher {
    private final List<MediaThread> threads;
    private final Placement placement;
    private final Ledger ledger;
    private boolean closed;

    Dispatcher(List<MediaThread> threads, Ledger ledger) {
        this.threads = List.copyOf(threads);
        this.placement = new Placement(threads.size());
        this.ledger = ledger;
    }

    synchronized void submit(MediaCommand command) {
        if (closed) {
            return;
        }
        ledger.readTo(placement);
        Placement.Order order = placement.order(command);
        for (Placement.Move move : order.moves()) {
            new Handover(move, threads.get(move.from()), threads.get(move.to())).begin();
        }
        MediaThread thread = threads.get(order.thread());
        thread.execute(() -> perform(command, order, thread));
    }

    private void perform(MediaCommand command, Placement.Order order, MediaThread thread) {
        try {
            thread.perform(command);
        } finally {
            order.concerned().ifPresent(member -> ledger.settled(member, thread.has(member)));
        }
    }

    /** Runs something on every thread, at one moment of the order of commands. */
    synchronized void everywhere(Consumer<MediaThread> what) {
        for (MediaThread thread : threads) {
            thread.execute(() -> what.accept(thread));
        }
    }

    /** How many are kept in mind. */
    synchronized int size() {
        ledger.readTo(placement);
        return placement.size();
    }

    /** Nothing is taken any more. */
    synchronized void close() {
        closed = true;
    }
}
