package org.sonnerie.media.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sonnerie.media.api.RecordingId;

/**
 * What the media threads report for {@link Placement} to know, without waiting for anybody: who
 * came about, who did not, what ended by itself. Thread safe.
 */
final class Ledger {
    private final Queue<Note> notes = new ConcurrentLinkedQueue<>();
    private final Begun begun = new Begun();

    private sealed interface Note {
        record Settled(Member member, boolean exists) implements Note {}

        record Over(Member member) implements Note {}
    }

    Begun begun() {
        return begun;
    }

    /** A command that may make or end that one was carried out. */
    void settled(Member member, boolean exists) {
        notes.add(new Note.Settled(member, exists));
    }

    /** A recording ended by itself. */
    void tapeOver(RecordingId id) {
        notes.add(new Note.Over(new Member.Tape(id)));
    }

    /** Passes on what was noted since. */
    void readTo(Placement placement) {
        Note note = notes.poll();
        while (note != null) {
            switch (note) {
                case Note.Settled(Member member, boolean exists) ->
                        placement.settled(member, exists);
                case Note.Over(Member member) -> placement.over(member);
            }
            note = notes.poll();
        }
    }
}
