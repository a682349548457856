package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;

/** Media threads without sound or time: each does the next thing when it is its turn. */
final class SimulatedThreads {
    private static final Hearing NOTHING = new Hearing.Nothing();

    private final Placement placement;
    private final List<Deque<Step>> queues = new ArrayList<>();
    private final List<Map<EndpointId, Hearing>> legs = new ArrayList<>();
    private final Random random;
    private int moved;

    /** What stands in a queue; false: not yet. */
    private interface Step {
        boolean done();
    }

    SimulatedThreads(int threads, Random random) {
        this.placement = new Placement(threads);
        this.random = random;
        for (int i = 0; i < threads; i++) {
            queues.add(new ArrayDeque<>());
            legs.add(new HashMap<>());
        }
    }

    void submit(MediaCommand command, boolean succeeds) {
        Placement.Order order = placement.order(command);
        order.moves().forEach(this::move);
        queues.get(order.thread())
                .add(() -> {
                    perform(command, succeeds, legs.get(order.thread()));
                    order.concerned().ifPresent(member -> settled(member, order.thread()));
                    return true;
                });
    }

    private void settled(Member member, int thread) {
        boolean exists =
                member instanceof Member.Leg(EndpointId id) && legs.get(thread).containsKey(id);
        placement.settled(member, exists);
    }

    private void move(Placement.Move move) {
        List<Map<EndpointId, Hearing>> bundle = new ArrayList<>(1);
        queues.get(move.from())
                .add(() -> {
                    bundle.add(leave(move));
                    return true;
                });
        queues.get(move.to())
                .add(() -> {
                    bundle.forEach(legs.get(move.to())::putAll);
                    return !bundle.isEmpty();
                });
    }

    private Map<EndpointId, Hearing> leave(Placement.Move move) {
        Map<EndpointId, Hearing> here = legs.get(move.from());
        Set<EndpointId> going = new HashSet<>();
        for (Member member : move.members()) {
            if (member instanceof Member.Leg(EndpointId id)) {
                going.add(id);
            }
        }
        move.silenced()
                .ifPresent(member -> {
                    if (member instanceof Member.Leg(EndpointId id)) {
                        here.computeIfPresent(id, (_, _) -> NOTHING);
                    }
                });
        here.forEach((id, hearing) -> assertNothingIsTorn(id, hearing, going, here));
        Map<EndpointId, Hearing> gone = new HashMap<>(here);
        gone.keySet().retainAll(going);
        here.keySet().removeAll(going);
        moved += gone.size();
        return gone;
    }

    private static void assertNothingIsTorn(
            EndpointId id, Hearing hearing, Set<EndpointId> going, Map<EndpointId, Hearing> here) {
        if (hearing instanceof Hearing.Other(EndpointId other)) {
            assertThat(going.contains(other))
                    .as("%s hears %s", id, other)
                    .isEqualTo(going.contains(id));
        }
        if (hearing instanceof Hearing.Room room) {
            here.forEach((mate, heard) -> {
                if (heard instanceof Hearing.Room(var same, _) && same.equals(room.room())) {
                    assertThat(going.contains(mate))
                            .as("%s and %s in %s", id, mate, room)
                            .isEqualTo(going.contains(id));
                }
            });
        }
    }

    private static void perform(
            MediaCommand command, boolean succeeds, Map<EndpointId, Hearing> here) {
        switch (command) {
            case MediaCommand.AcceptOffer offer -> {
                if (succeeds) {
                    here.putIfAbsent(offer.endpoint(), NOTHING);
                }
            }
            case MediaCommand.Close(EndpointId id) -> {
                here.remove(id);
                here.replaceAll(
                        (_, heard) -> heard.equals(new Hearing.Other(id)) ? NOTHING : heard);
            }
            case MediaCommand.Hear(EndpointId id, Hearing hearing) -> {
                boolean known =
                        !(hearing instanceof Hearing.Other(EndpointId other))
                                || here.containsKey(other);
                if (known) {
                    here.computeIfPresent(id, (_, _) -> hearing);
                }
            }
            default -> throw new IllegalArgumentException(command.toString());
        }
    }

    /** So many steps of whichever threads. */
    void runSome(int steps) {
        for (int i = 0; i < steps; i++) {
            step(queues.get(random.nextInt(queues.size())));
        }
    }

    void runAll() {
        int rounds = 0;
        while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
            queues.forEach(SimulatedThreads::step);
            rounds++;
            assertThat(rounds).as("nobody waits for ever").isLessThan(100_000);
        }
    }

    private static void step(Deque<Step> queue) {
        Step next = queue.peek();
        if (next != null && next.done()) {
            queue.remove();
        }
    }

    /** Who hears what; on whichever thread. */
    Map<String, Hearing> state() {
        Map<String, Hearing> state = new TreeMap<>();
        legs.forEach(some -> some.forEach((id, hearing) -> state.put(id.text(), hearing)));
        return state;
    }

    int placed() {
        return placement.size();
    }

    int moved() {
        return moved;
    }
}
