package org.sonnerie.pbx.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.runtime.RoomKeeper.Door;

/** What was said as a name at the doors of rooms, until nobody is there. NOT thread safe. */
final class SpokenNames {
    private final Map<LegId, Door> speakers = new HashMap<>();
    private final Map<Door, List<Runnable>> forgetting = new HashMap<>();

    /** Somebody says his name; {@code forget} takes it away. */
    void add(Door door, LegId leg, Runnable forget) {
        speakers.put(leg, door);
        forgetting.computeIfAbsent(door, _ -> new ArrayList<>()).add(forget);
    }

    /** Somebody is gone: at whose door he spoke. */
    Optional<Door> gone(LegId leg) {
        return Optional.ofNullable(speakers.remove(leg));
    }

    /**
     * Nobody is in a room: unless somebody still stands at its door, no name is needed any more.
     */
    void nobodyIn(Door door) {
        if (!speakers.containsValue(door)) {
            Optional.ofNullable(forgetting.remove(door))
                    .ifPresent(names -> names.forEach(Runnable::run));
        }
    }
}
