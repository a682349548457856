package org.sonnerie.pbx.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sonnerie.pbx.call.CallRecording.Side;

/**
 * Who is on which channel of a recording: who is led on one, all others on the other. Whoever was
 * on one stays there while he talks to somebody on the other, so that after a transfer the newcomer
 * is where the one was whose place he takes.
 */
final class Sides {
    private Sides() {}

    /**
     * The channels from now on.
     *
     * @param before those there were
     * @param lead who is led
     * @param talkers who talk now
     */
    static Map<LegId, Side> of(Map<LegId, Side> before, LegId lead, List<Leg> talkers) {
        Map<LegId, Side> sides = new LinkedHashMap<>(before);
        if (talkers.isEmpty()) {
            return sides;
        }
        Side led = sides.computeIfAbsent(lead, _ -> free(before, lead, talkers));
        talkers.forEach(leg -> sides.putIfAbsent(leg.id(), led.other()));
        boolean together = talkers.stream().allMatch(leg -> sides.get(leg.id()) == led);
        if (together) {
            talkers.stream()
                    .filter(leg -> !leg.id().equals(lead))
                    .forEach(leg -> sides.put(leg.id(), led.other()));
        }
        return sides;
    }

    /** Left, unless somebody he talks to is there. */
    private static Side free(Map<LegId, Side> before, LegId lead, List<Leg> talkers) {
        boolean taken =
                talkers.stream()
                        .filter(leg -> !leg.id().equals(lead))
                        .anyMatch(leg -> before.get(leg.id()) == Side.LEFT);
        return taken ? Side.RIGHT : Side.LEFT;
    }
}
