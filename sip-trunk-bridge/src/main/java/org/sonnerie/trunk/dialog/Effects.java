package org.sonnerie.trunk.dialog;

import java.util.ArrayList;
import java.util.List;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.ServerKey;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.UserEffect;

/** Gathers what a leg wants done. After the leg has told its end, nothing more is told. */
final class Effects {
    private List<UserEffect> list = new ArrayList<>();
    private boolean ended;

    void ask(SipRequest request, Hop hop) {
        list.add(new UserEffect.Ask(request, hop));
    }

    void send(SipMessage message, Hop hop) {
        list.add(new UserEffect.Send(message, hop));
    }

    void answer(ServerKey key, SipResponse response) {
        list.add(new UserEffect.Answer(key, response));
    }

    void tell(TrunkEvent event) {
        if (!ended) {
            list.add(new UserEffect.Tell(event));
        }
    }

    void tellEnd(TrunkCallId call, HangupCause cause, int status) {
        tell(new TrunkEvent.Ended(call, cause, status));
        ended = true;
    }

    List<UserEffect> drain() {
        if (list.isEmpty()) {
            return List.of();
        }
        List<UserEffect> taken = list;
        list = new ArrayList<>();
        return taken;
    }
}
