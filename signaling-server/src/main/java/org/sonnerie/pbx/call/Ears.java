package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Ringing;

/** What each leg hears: it follows from what the call is, and from nothing else. */
final class Ears {
    private static final int ASKED_AGAIN_MILLIS = 2_000;

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
        Optional<Hears> supervises = Supervising.heardBy(call, leg);
        if (supervises.isPresent()) {
            return supervises;
        }
        Optional<Path> path = call.pathOf(leg.id());
        if (leg.lost() || leg.holding() || path.isEmpty()) {
            return Parting.heardBy(call, leg.id()).or(() -> Optional.of(new Hears.Nothing()));
        }
        return Recorder.telling(call, leg.id()).or(() -> Optional.of(on(call, path.get(), leg)));
    }

    private static Hears on(Call call, Path path, Leg leg) {
        return switch (path.stage()) {
            case Stage.Calling calling ->
                    path.lead().equals(leg.id()) ? waiting(call, path, calling, leg) : asked(leg);
            case Stage.Queued queued ->
                    queued.saying().isPresent() ? queued.saying().get() : music(leg);
            case Stage.Talking _ -> other(call, path, leg);
            case Stage.Leaving leaving -> programme(leaving.hears());
            case MailboxStage box -> box.hears();
            case DirectoryStage names -> programme(names.hears());
            case Stage.Parked _ -> music(leg);
            case Stage.Together _ -> new Hears.Together();
            case Stage.Announcing announcing -> announcing.hears();
            case Stage.Choosing choosing -> programme(choosing.hears());
            case Stage.Entering entering -> entering.hears();
            case Introducing door -> door.hears();
            case Stage.Inviting _, Stage.Originating _ -> new Hears.Nothing();
            case Stage.Conferring stay -> inRoom(stay, leg);
            case Stage.Listening(var hears) -> hears;
            case Stage.Closing closing -> closing.hears();
            case Stage.Over _ -> new Hears.Nothing();
        };
    }

    private static Hears inRoom(Stage.Conferring stay, Leg leg) {
        return switch (stay.standing()) {
            case COMING -> new Hears.Nothing();
            case WAITS_FOR_MODERATOR, WAITS_AT_LOCK -> music(leg);
            case IN -> new Hears.Room(stay.room());
        };
    }

    private static Hears programme(Optional<Hears.Programme> programme) {
        return programme.isPresent() ? programme.get() : new Hears.Nothing();
    }

    private static Hears waiting(Call call, Path path, Stage.Calling calling, Leg caller) {
        Optional<Leg> early = call.firstCalled(path, Leg.State.EARLY);
        if (early.isPresent()) {
            return new Hears.Other(early.get().id());
        }
        if (hearsMusic(call, calling)) {
            return music(caller);
        }
        if (calling.ringBackAtOnce() || call.firstCalled(path, Leg.State.RINGING).isPresent()) {
            return endless(caller, "ring", new CallSound.Tone(CallEffect.ToneKind.RING_BACK));
        }
        return new Hears.Nothing();
    }

    /** Whoever answers on a person's phone outside. */
    private static Hears asked(Leg leg) {
        return endless(
                leg,
                "accept",
                new CallSound.Prompt("follow-me-accept"),
                new CallSound.Pause(ASKED_AGAIN_MILLIS));
    }

    private static boolean hearsMusic(Call call, Stage.Calling calling) {
        return calling.whom() instanceof Destination.ToGroup(var id)
                && call.plan()
                        .group(id)
                        .filter(group -> group.ringing().hears() == Ringing.Meanwhile.MUSIC)
                        .isPresent();
    }

    private static Hears other(Call call, Path path, Leg leg) {
        Optional<Leg> other = path.partner(leg.id()).flatMap(call::leg);
        boolean here = other.filter(one -> one.up() && !away(call, path, one)).isPresent();
        if (!here) {
            return music(leg);
        }
        boolean attended = path.equals(call.path()) && Supervising.attended(call);
        return attended ? new Hears.Together() : new Hears.Other(other.orElseThrow().id());
    }

    /** Gone for a moment, on hold, or asking somebody else. */
    private static boolean away(Call call, Path path, Leg leg) {
        return leg.lost() || leg.holding() || call.pathOf(leg.id()).filter(path::equals).isEmpty();
    }

    private static Hears music(Leg leg) {
        return endless(leg, "hold", new CallSound.HoldMusic());
    }

    /** Ring-back and hold music end only by something else: one name for a leg is enough. */
    private static Hears endless(Leg leg, String what, CallSound... sounds) {
        return new Hears.Programme(new PlayId(leg.id().text() + "-" + what), List.of(sounds), true);
    }
}
