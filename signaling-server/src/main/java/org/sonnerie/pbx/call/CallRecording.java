package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.PersonId;

/**
 * The recording of a call while it runs. It belongs to the call: legs come and go.
 *
 * @param id names it
 * @param by who asked for it; empty: the plan says so
 * @param open its file was begun; false: somebody has not agreed yet
 * @param paused nobody is recorded for now
 * @param told who was told that he is recorded, or has agreed to it; false: he could not hear it,
 *     or has not agreed, and is not
 * @param telling who is being told or asked
 * @param sides on which channel each is who ever talked in it
 * @param recorded whose voices are in it now
 */
record CallRecording(
        RecordingId id,
        Optional<PersonId> by,
        boolean open,
        boolean paused,
        Map<LegId, Boolean> told,
        Map<LegId, Telling> telling,
        Map<LegId, Side> sides,
        List<LegId> recorded) {
    /** Copies the collections. */
    CallRecording {
        told = copy(told);
        telling = copy(telling);
        sides = copy(sides);
        recorded = List.copyOf(recorded);
    }

    private static <V> Map<LegId, V> copy(Map<LegId, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A channel. */
    enum Side {
        LEFT,
        RIGHT;

        Side other() {
            return this == LEFT ? RIGHT : LEFT;
        }
    }

    /**
     * The announcement that somebody hears.
     *
     * @param hears what
     * @param until when it ends, even if the end of it is not told
     */
    record Telling(Hears.Programme hears, Instant until) {}

    static CallRecording begin(RecordingId id, Optional<PersonId> by) {
        return new CallRecording(id, by, false, false, Map.of(), Map.of(), Map.of(), List.of());
    }

    CallRecording paused(boolean now) {
        return new CallRecording(id, by, open, now, told, telling, sides, recorded);
    }

    CallRecording opened() {
        return new CallRecording(id, by, true, paused, told, telling, sides, recorded);
    }

    /** Somebody heard the announcement to its end, or never will. */
    CallRecording told(LegId leg, boolean heard) {
        Map<LegId, Boolean> more = new LinkedHashMap<>(told);
        more.put(leg, heard);
        return new CallRecording(id, by, open, paused, more, telling, sides, recorded);
    }

    /** As if he had not been told or asked yet. */
    CallRecording anew(LegId leg) {
        Map<LegId, Boolean> others = new LinkedHashMap<>(told);
        others.remove(leg);
        return new CallRecording(id, by, open, paused, others, telling, sides, recorded);
    }

    CallRecording now(
            Map<LegId, Telling> nowTelling, Map<LegId, Side> nowSides, List<LegId> nowRecorded) {
        return new CallRecording(id, by, open, paused, told, nowTelling, nowSides, nowRecorded);
    }

    /** Those of them who are on a channel. */
    List<LegId> on(Side side) {
        return recorded.stream().filter(leg -> sides.get(leg) == side).toList();
    }
}
