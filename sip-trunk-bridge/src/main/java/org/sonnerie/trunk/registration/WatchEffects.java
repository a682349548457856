package org.sonnerie.trunk.registration;

import java.util.ArrayList;
import java.util.List;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.UserEffect;

/** Gathers what a watch wants done, and tells only what is new. */
final class WatchEffects {
    private final TrunkId trunk;
    private final List<UserEffect> list = new ArrayList<>();
    private TrunkEvent.TrunkStateChanged told;

    WatchEffects(TrunkId trunk) {
        this.trunk = trunk;
        this.told = new TrunkEvent.TrunkStateChanged(trunk, TrunkState.UNKNOWN, 0, "");
    }

    void ask(SipRequest request, Hop hop) {
        list.add(new UserEffect.Ask(request, hop));
    }

    void tell(TrunkState state, int sipStatus, String detail) {
        var now = new TrunkEvent.TrunkStateChanged(trunk, state, sipStatus, detail);
        if (!now.equals(told)) {
            told = now;
            list.add(new UserEffect.Tell(now));
        }
    }

    boolean isUp() {
        return told.state() == TrunkState.UP;
    }

    List<UserEffect> drain() {
        List<UserEffect> taken = List.copyOf(list);
        list.clear();
        return taken;
    }
}
