package org.sonnerie.pbx.history;

import java.util.Optional;
import org.sonnerie.pbx.call.OnQueue;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.Serving;

/** A sentence for each reason of a queue. Pure. */
final class QueueStory {
    private static final int SECONDS = 60;

    private final CompanyPlan plan;

    QueueStory(CompanyPlan plan) {
        this.plan = plan;
    }

    Sentence of(OnQueue reason) {
        return switch (reason) {
            case OnQueue.Enters(var queue, int priority) ->
                    priority == 0
                            ? say("queue.enters", queue(queue))
                            : say("queue.enters.priority", queue(queue), priority);
            case OnQueue.Standing(var _, int position, var wait) -> told(position, wait);
            case OnQueue.Rings rings ->
                    say(
                            key(rings.strategy()),
                            queue(rings.queue()),
                            rings.waited(),
                            rings.agents().size());
            case OnQueue.Leaves leaves -> leaves(leaves);
        };
    }

    private static Sentence told(int position, Optional<Integer> wait) {
        return wait.map(seconds -> say("queue.told.wait", position, Math.ceilDiv(seconds, SECONDS)))
                .orElseGet(() -> say("queue.told", position));
    }

    private Sentence leaves(OnQueue.Leaves leaves) {
        String why =
                switch (leaves.why()) {
                    case FULL -> "queue.leaves.full";
                    case TOO_LONG -> "queue.leaves.too-long";
                    case NO_AGENTS -> "queue.leaves.no-agents";
                    case KEY -> "queue.leaves.key";
                    case GONE -> "queue.leaves.gone";
                };
        Sentence to =
                leaves.destination()
                        .map(destination -> Place.of(plan, destination).sentence())
                        .orElseGet(() -> say("queue.to-nowhere"));
        return say(why, queue(leaves.queue()), leaves.waited(), to);
    }

    private static String key(Serving.Strategy strategy) {
        return switch (strategy) {
            case ALL -> "queue.turn.all";
            case IN_ORDER -> "queue.turn.in-order";
            case ROUND_ROBIN -> "queue.turn.round-robin";
            case LONGEST_IDLE -> "queue.turn.longest-idle";
            case FEWEST_CALLS -> "queue.turn.fewest-calls";
        };
    }

    private Sentence queue(QueueId queue) {
        return Place.of(plan, new Destination.ToQueue(queue)).sentence();
    }

    private static Sentence say(String key, Object... parts) {
        return Sentence.of("story." + key, parts);
    }
}
