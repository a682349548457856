package org.sonnerie.pbx.call;

import java.util.List;

/**
 * What an event made of a call.
 *
 * @param call what it is now
 * @param effects what must be done, in this order; each may be performed twice
 * @param reasons why
 */
public record Transition(Call call, List<CallEffect> effects, List<Reason> reasons) {
    /** Copies the lists. */
    public Transition {
        effects = List.copyOf(effects);
        reasons = List.copyOf(reasons);
    }
}
