package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;

/** More than two who talk, all with all, without a room of the plan. */
final class Gathering {
    private Gathering() {}

    /** One leaves: two are left talking, or one alone is no call any more. */
    static void leave(Turn turn, Leg leg, EndReason reason) {
        List<Leg> left =
                turn.liveOn(turn.main()).stream()
                        .filter(other -> !other.id().equals(leg.id()))
                        .toList();
        if (left.size() < 2) {
            turn.endAll(reason, Optional.of(leg.id()));
            return;
        }
        Leg lead =
                left.stream()
                        .filter(one -> turn.main().lead().equals(one.id()))
                        .findFirst()
                        .orElse(left.getFirst());
        List<LegId> others =
                left.stream().map(Leg::id).filter(id -> !id.equals(lead.id())).toList();
        turn.leave(leg, lead.id(), reason);
        Stage stage =
                others.size() == 1 ? new Stage.Talking(others.getFirst()) : new Stage.Together();
        turn.main(turn.main().ledBy(lead.id(), others).at(stage));
    }
}
