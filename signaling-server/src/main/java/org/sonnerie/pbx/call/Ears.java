package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;

/** What each leg hears: it follows from what the call is, and from nothing else. */
final class Ears {
    private Ears() {}

    /**
     * What a leg hears.
     *
     * @param call the call
     * @param leg one of its legs
     * @return empty: the leg has no sound yet, or none any more
     */
    static Optional<Hears> hearing(Call call, Leg leg) {
        if (!leg.up()) {
            return Optional.empty();
        }
        if (leg.lost() || leg.holding()) {
            return Optional.of(new Hears.Nothing());
        }
        return Optional.of(
                switch (call.stage()) {
                    case Stage.Calling calling -> waiting(call, calling, leg);
                    case Stage.Talking talking -> other(call, talking, leg);
                    case Stage.Announcing announcing -> announcing.hears();
                    case Stage.Choosing choosing -> programme(choosing.hears());
                    case Stage.Entering entering -> entering.hears();
                    case Stage.Conferring(var room) -> new Hears.Room(room);
                    case Stage.Listening(var hears) -> hears;
                    case Stage.Closing closing -> closing.hears();
                    case Stage.Over _ -> new Hears.Nothing();
                });
    }

    private static Hears programme(Optional<Hears.Programme> programme) {
        return programme.isPresent() ? programme.get() : new Hears.Nothing();
    }

    private static Hears waiting(Call call, Stage.Calling calling, Leg caller) {
        Optional<Leg> early = call.firstCalled(Leg.State.EARLY);
        if (early.isPresent()) {
            return new Hears.Other(early.get().id());
        }
        if (calling.ringBackAtOnce() || call.firstCalled(Leg.State.RINGING).isPresent()) {
            return endless(caller, "ring", new CallSound.Tone(CallEffect.ToneKind.RING_BACK));
        }
        return new Hears.Nothing();
    }

    private static Hears other(Call call, Stage.Talking talking, Leg leg) {
        LegId otherId = leg.called() ? call.caller().id() : talking.with();
        boolean away = call.leg(otherId).map(other -> other.lost() || other.holding()).orElse(true);
        return away ? endless(leg, "hold", new CallSound.HoldMusic()) : new Hears.Other(otherId);
    }

    /** Ring-back and hold music end only by something else: one name for a leg is enough. */
    private static Hears endless(Leg leg, String what, CallSound sound) {
        return new Hears.Programme(new PlayId(leg.id().text() + "-" + what), List.of(sound), true);
    }
}
