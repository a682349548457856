package org.sonnerie.pbx.fake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.room.RoomView;
import org.sonnerie.pbx.room.RoomWish;
import org.sonnerie.pbx.runtime.DeskRefusal;
import org.sonnerie.pbx.runtime.RoomDesk;

/** Rooms in which nobody is; remembers what was wanted of the one called "open". */
public final class FakeRoomDesk implements RoomDesk {
    public final Map<RoomWish, PersonId> wishes = new ConcurrentHashMap<>();

    @Override
    public List<RoomView> rooms(PersonId person) {
        return List.of();
    }

    @Override
    public void wish(PersonId person, RoomId room, RoomWish wish) {
        if (!room.text().equals("open")) {
            throw new DeskRefusal(DeskRefusal.Code.NOT_IN_ROOM);
        }
        wishes.put(wish, person);
    }

    @Override
    public boolean moderates(PersonId person, RoomId room) {
        return false;
    }

    @Override
    public void invite(PersonId person, RoomId room, String to) {
        throw new DeskRefusal(DeskRefusal.Code.NOT_MODERATOR);
    }
}
