package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A call as whoever looks after the company sees it. */
final class Glances {
    private Glances() {}

    /** Empty: it is over, or has not begun. */
    static Optional<CallGlance> of(Call call) {
        Path path = call.path();
        return call.leg(path.lead())
                .filter(_ -> !call.ended())
                .map(lead ->
                        new CallGlance(
                                call.id(),
                                state(call, path),
                                call.began(),
                                since(call, path, lead),
                                Sight.named(call.plan(), lead.who()),
                                others(call, path),
                                approach(call, path, lead)));
    }

    private static Stream<Leg> live(Call call, Path path) {
        return path.legs().flatMap(leg -> call.leg(leg).stream()).filter(leg -> !leg.over());
    }

    /** Those it was given who have talked and still do. */
    private static List<Leg> partners(Call call, Path path) {
        return live(call, path)
                .filter(leg -> !leg.id().equals(path.lead()))
                .filter(leg -> leg.talkingSince().isPresent())
                .toList();
    }

    private static CallGlance.State state(Call call, Path path) {
        boolean lost = live(call, path).anyMatch(Leg::lost);
        return lost && !(path.stage() instanceof Stage.Closing)
                ? CallGlance.State.RECONNECTING
                : on(call, path);
    }

    private static CallGlance.State on(Call call, Path path) {
        return switch (path.stage()) {
            case Stage.Calling _ -> calling(call, path);
            case Stage.Inviting _, Stage.Originating _ -> CallGlance.State.RINGING;
            case Stage.Queued _ -> CallGlance.State.WAITING;
            case Stage.Talking _, Stage.Together _ -> talking(call, path);
            case Stage.Parked _ -> CallGlance.State.PARKED;
            case Stage.Leaving _ -> CallGlance.State.LEAVING_MESSAGE;
            case Stage.Conferring _, Stage.Entering _ -> CallGlance.State.IN_ROOM;
            case Stage.Alone _, Stage.Listening _ -> CallGlance.State.LISTENING;
            case Stage.Closing _, Stage.Over _ -> CallGlance.State.ENDING;
        };
    }

    private static CallGlance.State calling(Call call, Path path) {
        boolean rings =
                call.firstCalled(path, Leg.State.RINGING).isPresent()
                        || call.firstCalled(path, Leg.State.EARLY).isPresent();
        return rings ? CallGlance.State.RINGING : CallGlance.State.CALLING;
    }

    private static CallGlance.State talking(Call call, Path path) {
        if (call.aside().isPresent()) {
            return CallGlance.State.CONSULTING;
        }
        return live(call, path).anyMatch(Leg::holding)
                ? CallGlance.State.ON_HOLD
                : CallGlance.State.TALKING;
    }

    private static Instant since(Call call, Path path, Leg lead) {
        if (path.stage() instanceof Stage.Queued queued) {
            return queued.place().since();
        }
        Optional<Instant> talking =
                partners(call, path).stream()
                        .flatMap(leg -> leg.talkingSince().stream())
                        .min(Instant::compareTo);
        return talking.or(() -> path.stage().rings() ? Optional.empty() : lead.talkingSince())
                .orElse(call.began());
    }

    private static List<Named> others(Call call, Path path) {
        List<Named> talking =
                partners(call, path).stream()
                        .map(leg -> Sight.named(call.plan(), leg.who()))
                        .toList();
        return talking.isEmpty() ? List.of(Sight.target(call.plan(), path)) : talking;
    }

    private static CallGlance.Approach approach(Call call, Path path, Leg lead) {
        String via =
                live(call, path)
                        .filter(leg -> !leg.id().equals(path.lead()))
                        .map(leg -> Sight.via(leg.who()))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        return new CallGlance.Approach(direction(call, path, lead), path.dialled(), via);
    }

    private static CallGlance.Direction direction(Call call, Path path, Leg lead) {
        if (lead.person().isEmpty()) {
            return CallGlance.Direction.IN;
        }
        boolean outside = live(call, path).anyMatch(leg -> leg.who() instanceof Who.Outsider);
        return outside ? CallGlance.Direction.OUT : CallGlance.Direction.INSIDE;
    }
}
