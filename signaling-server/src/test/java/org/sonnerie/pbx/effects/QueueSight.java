package org.sonnerie.pbx.effects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.QueuePlace;
import org.sonnerie.pbx.call.QueueStay;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.queue.Lines;

/** Which agents a plan's first queue rings. */
final class QueueSight {
    private static final PersonId BOB = new PersonId("bob");
    private static final PersonId CAROL = new PersonId("carol");

    private final Lines lines = new Lines();
    private final Queue queue;
    private final List<String> rung = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    private QueueSight(CompanyPlan plan) {
        queue = plan.flow().queues().getFirst();
    }

    /**
     * Bob served two callers, then Carol one; then a, b and c come one after another, and whoever
     * is rung, it is Bob who takes them.
     */
    static String oneAfterAnother(CompanyPlan plan) {
        QueueSight sight = new QueueSight(plan);
        sight.served("x", BOB);
        sight.served("y", BOB);
        sight.served("z", CAROL);
        sight.offered("a");
        sight.ends("a", BOB);
        sight.offered("b");
        sight.ends("b", BOB);
        sight.offered("c");
        return sight.rung.toString();
    }

    /** Bob served a caller; some seconds after that one has gone the next one comes. */
    static String afterACall(CompanyPlan plan, int seconds) {
        QueueSight sight = new QueueSight(plan);
        sight.served("x", BOB);
        sight.now = sight.now.plusSeconds(seconds - 1L);
        sight.offered("a");
        return sight.rung.toString();
    }

    private void comes(String call) {
        QueueStay stay =
                new QueueStay(
                        new LegId(call + "-1"),
                        Optional.empty(),
                        new Named("", ""),
                        new QueuePlace(queue.id(), 0, now),
                        true,
                        0,
                        Set.of());
        lines.keep(new CallId(call), queue, stay, now);
    }

    private void served(String call, PersonId agent) {
        comes(call);
        lines.gone(new CallId(call), Optional.of(agent), now);
        lines.stillServe(new CallId(call), Set.of(), now);
        now = now.plusSeconds(1);
    }

    private void offered(String call) {
        comes(call);
        lines.offers(now, _ -> true).forEach(one -> rung.add(one.call() + " " + one.agents()));
    }

    private void ends(String call, PersonId agent) {
        lines.gone(new CallId(call), Optional.of(agent), now);
        lines.stillServe(new CallId(call), Set.of(), now);
        now = now.plusSeconds(10);
    }
}
