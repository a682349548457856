package org.sonnerie.pbx.signaling;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.RoomDesk;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Shows pages how conference rooms are. What changes while the last change is still being shown is
 * shown at once after it, so a page always sees the newest last. Thread safe.
 */
final class RoomNews {
    private final Switchboard switchboard;
    private final ObjectProvider<RoomDesk> rooms;
    private final InOrder order;
    private final Set<PersonId> waiting = new HashSet<>();

    RoomNews(Switchboard switchboard, ObjectProvider<RoomDesk> rooms, Executor executor) {
        this.switchboard = switchboard;
        this.rooms = rooms;
        this.order = new InOrder(executor);
    }

    /** Rooms look otherwise to these people. */
    void changed(Set<PersonId> people) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty() && !people.isEmpty();
            waiting.addAll(people);
        }
        if (first) {
            order.add(this::show);
        }
    }

    private void show() {
        Set<PersonId> people;
        synchronized (waiting) {
            people = Set.copyOf(waiting);
            waiting.clear();
        }
        people.forEach(person ->
                switchboard.tellRooms(
                        person, new ServerMessage.Rooms(rooms.getObject().rooms(person))));
    }

    /** The desk of the rooms. */
    RoomDesk desk() {
        return rooms.getObject();
    }
}
