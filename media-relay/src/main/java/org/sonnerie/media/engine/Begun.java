package org.sonnerie.media.engine;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.sonnerie.media.api.RecordingId;

/** Which recordings of calls have begun, on whatever thread: none begins twice. Thread safe. */
final class Begun {
    private static final int MOST_REMEMBERED = 4_096;

    private final SequencedSet<RecordingId> remembered = new LinkedHashSet<>();

    /** False: it began before. */
    synchronized boolean add(RecordingId id) {
        boolean isNew = remembered.add(id);
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.removeFirst();
        }
        return isNew;
    }
}
