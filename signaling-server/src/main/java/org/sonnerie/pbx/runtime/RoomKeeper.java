package org.sonnerie.pbx.runtime;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.RoomRules;
import org.sonnerie.pbx.room.Comer;
import org.sonnerie.pbx.room.Conference;
import org.sonnerie.pbx.room.Member;
import org.sonnerie.pbx.room.RoomEvent;
import org.sonnerie.pbx.room.RoomStep;
import org.sonnerie.pbx.room.RoomView;
import org.sonnerie.pbx.room.RoomWish;

/**
 * The conference rooms of this node: takes what happens, asks the room what follows, and tells its
 * calls, whose mailboxes take it at once. Thread safe.
 */
final class RoomKeeper implements Rooms {
    private final InstantSource clock;
    private final Consumer<Set<PersonId>> changed;
    private final Supplier<RoomRecorder> recorder;
    private final Map<Door, Conference> rooms = new HashMap<>();
    private final Map<Door, CompanyPlan> plans = new HashMap<>();
    private final Map<LegId, Stay> stays = new HashMap<>();
    private final SpokenNames names = new SpokenNames();

    /** A room of a company. */
    record Door(CompanyId company, RoomId room) {}

    /** Records what is said in rooms; returns at once. */
    interface RoomRecorder {
        /** Begins: what is said in this room, asked for by somebody. */
        void begin(CompanyPlan plan, RoomId room, Optional<PersonId> by);

        /** Ends it. */
        void end(Door door);
    }

    private record Stay(Door door, Consumer<CallEvent> call) {}

    /**
     * Without anybody.
     *
     * @param clock the server's clock
     * @param changed told who sees a room that changed; returns at once
     * @param recorder records what is said; asked for late
     */
    RoomKeeper(
            InstantSource clock, Consumer<Set<PersonId>> changed, Supplier<RoomRecorder> recorder) {
        this.clock = clock;
        this.changed = changed;
        this.recorder = recorder;
    }

    @Override
    public synchronized void came(
            CompanyPlan plan, RoomId room, Comer comer, Consumer<CallEvent> call) {
        Door door = new Door(plan.company(), room);
        RoomRules rules = plan.room(room).map(Room::rules).orElse(RoomRules.USUAL);
        boolean recordable = plan.facts().recording().recordable(room);
        rooms.computeIfAbsent(door, _ -> Conference.empty(rules, recordable));
        plans.put(door, plan);
        stays.put(comer.leg(), new Stay(door, call));
        step(door, new RoomEvent.Came(comer));
    }

    @Override
    public synchronized void pressed(LegId leg, char digit) {
        at(leg).ifPresent(door -> step(door, new RoomEvent.Pressed(leg, digit)));
    }

    @Override
    public synchronized void left(LegId leg) {
        Optional<Door> left = at(leg);
        left.ifPresent(door -> step(door, new RoomEvent.Left(leg)));
        stays.remove(leg);
        Optional<Door> spoke = names.gone(leg);
        Stream.of(left, spoke)
                .flatMap(Optional::stream)
                .filter(door -> !rooms.containsKey(door))
                .forEach(names::nobodyIn);
    }

    @Override
    public synchronized void introduces(
            CompanyId company, RoomId room, LegId leg, Runnable forget) {
        names.add(new Door(company, room), leg, forget);
    }

    @Override
    public synchronized boolean saysNames(CompanyId company, RoomId room) {
        return room(company, room).filter(Conference::saysNames).isPresent();
    }

    /** Somebody begins or ceases to speak. */
    synchronized void spoke(LegId leg, boolean speaks) {
        at(leg).ifPresent(door -> step(door, new RoomEvent.Spoke(leg, speaks)));
    }

    /** What somebody in a room wants. */
    synchronized RoomStep.Outcome wanted(LegId leg, RoomWish wish) {
        return at(leg).map(door -> step(door, new RoomEvent.Wanted(leg, wish)))
                .orElse(RoomStep.Outcome.NOBODY);
    }

    /** What goes on in a room; empty: nobody is there. */
    synchronized Optional<Conference> room(CompanyId company, RoomId room) {
        return Optional.ofNullable(rooms.get(new Door(company, room)));
    }

    /** What somebody in a room sees of it. */
    synchronized Optional<RoomView.Stay> seenBy(LegId leg) {
        return at(leg).flatMap(door -> Optional.ofNullable(rooms.get(door)))
                .flatMap(room -> room.member(leg).map(me -> RoomView.stay(room, me)));
    }

    private Optional<Door> at(LegId leg) {
        return Optional.ofNullable(stays.get(leg)).map(Stay::door);
    }

    private RoomStep.Outcome step(Door door, RoomEvent event) {
        Conference before = rooms.get(door);
        if (before == null) {
            return RoomStep.Outcome.NOBODY;
        }
        RoomStep step = before.on(event, clock.instant());
        if (step.room().members().isEmpty()) {
            rooms.remove(door);
        } else {
            rooms.put(door, step.room());
        }
        record(door, before, step.room(), event);
        step.told().forEach(this::tell);
        if (!step.room().equals(before)) {
            Set<PersonId> who = new HashSet<>(people(before.members()));
            who.addAll(people(step.room().members()));
            changed.accept(who);
        }
        return step.outcome();
    }

    /** The recording of a room could not be written to its end. */
    synchronized void recordingFailed(Door door) {
        step(door, new RoomEvent.RecordingOver());
    }

    private void record(Door door, Conference before, Conference after, RoomEvent event) {
        CompanyPlan plan = plans.get(door);
        if (plan != null && after.recorded() && !before.recorded()) {
            recorder.get().begin(plan, door.room(), by(before, event));
        }
        if (before.recorded() && !after.recorded()) {
            recorder.get().end(door);
        }
        if (after.members().isEmpty()) {
            plans.remove(door);
        }
    }

    private static Optional<PersonId> by(Conference room, RoomEvent event) {
        return switch (event) {
            case RoomEvent.Wanted(LegId leg, RoomWish _) -> person(room, leg);
            case RoomEvent.Pressed(LegId leg, char _) -> person(room, leg);
            case RoomEvent.Came _, RoomEvent.Left _, RoomEvent.Spoke _, RoomEvent.RecordingOver _ ->
                    Optional.empty();
        };
    }

    private static Optional<PersonId> person(Conference room, LegId leg) {
        return room.member(leg).flatMap(one -> one.comer().person());
    }

    private void tell(CallEvent.OfRoom news) {
        Stay stay = stays.get(news.leg());
        if (stay != null) {
            stay.call().accept(news);
        }
    }

    private static List<PersonId> people(List<Member> members) {
        return members.stream().flatMap(one -> one.comer().person().stream()).toList();
    }
}
