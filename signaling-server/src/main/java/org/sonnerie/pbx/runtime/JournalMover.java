package org.sonnerie.pbx.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what the journal kept into the database, in order. Owned by the log's writer. A line that
 * cannot be read goes to a file of its own and keeps no other from being moved.
 */
final class JournalMover {
    private static final Logger LOG = LoggerFactory.getLogger(JournalMover.class);
    private static final int LARGEST_GROUP = 1_000;

    private final Journal journal;
    private final CallEventStore store;
    private final Path unreadable;
    private final AtomicLong unreadableLines = new AtomicLong();

    /**
     * A mover.
     *
     * @param journal from where
     * @param store to where
     * @param unreadable where lines go that hold no event
     */
    JournalMover(Journal journal, CallEventStore store, Path unreadable) {
        this.journal = journal;
        this.store = store;
        this.unreadable = unreadable;
    }

    /** Moves all that a process before left; a last line that it did not finish is left out. */
    void moveLeftovers() throws SQLException, IOException {
        long all = journal.size();
        if (all == 0) {
            return;
        }
        long moved = move();
        if (moved < all) {
            LOG.warn("the call journal ends in half a line, left out");
        }
        journal.clear(all);
        LOG.info("moved the journal's {} bytes into the database", moved);
    }

    /** Moves what is there, and empties the journal unless more came meanwhile. */
    void moveAndClear() throws SQLException, IOException {
        if (journal.size() > 0) {
            journal.clear(move());
        }
    }

    private long move() throws SQLException, IOException {
        long moved = 0;
        for (var part = journal.read(0, LARGEST_GROUP);
                part.end() > moved;
                part = journal.read(moved, LARGEST_GROUP)) {
            store.write(part.events());
            setAside(part);
            moved = part.end();
        }
        return moved;
    }

    private void setAside(Journal.Part part) throws IOException {
        if (part.unreadable().isEmpty()) {
            return;
        }
        Files.write(
                unreadable,
                part.unreadable(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        unreadableLines.addAndGet(part.unreadable().size());
        LOG.error(
                "{} lines of the call journal cannot be read and were moved to {}",
                part.unreadable().size(),
                unreadable);
    }

    long unreadableTotal() {
        return unreadableLines.get();
    }
}
