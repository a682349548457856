package org.sonnerie.trunk.registration;

import java.util.ArrayList;
import java.util.List;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.UserEffect;

/** Gathers what a watch wants done, and tells a state only when it is new. */
final class WatchEffects {
    private final TrunkId trunk;
    private final List<UserEffect> list = new ArrayList<>();
    private TrunkState told = TrunkState.UNKNOWN;

    WatchEffects(TrunkId trunk) {
        this.trunk = trunk;
    }

    void ask(SipRequest request, Hop hop) {
        list.add(new UserEffect.Ask(request, hop));
    }

    void tell(TrunkState state, String detail) {
        if (state != told) {
            told = state;
            list.add(new UserEffect.Tell(new TrunkEvent.TrunkStateChanged(trunk, state, detail)));
        }
    }

    boolean isUp() {
        return told == TrunkState.UP;
    }

    List<UserEffect> drain() {
        List<UserEffect> taken = List.copyOf(list);
        list.clear();
        return taken;
    }
}
