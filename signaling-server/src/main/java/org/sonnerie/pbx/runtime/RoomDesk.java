package org.sonnerie.pbx.runtime;

import java.util.List;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.room.RoomView;
import org.sonnerie.pbx.room.RoomWish;

/**
 * What a phone can ask of the conference rooms. Thread safe. A request that cannot be fulfilled
 * throws {@link DeskRefusal} and changes nothing.
 */
public interface RoomDesk {
    /**
     * The rooms a person may enter, and what he may see of them.
     *
     * @param person who
     * @return in the order of the plan
     */
    List<RoomView> rooms(PersonId person);

    /**
     * Does what somebody in a room wants.
     *
     * @param person who
     * @param room which room
     * @param wish what
     */
    void wish(PersonId person, RoomId room, RoomWish wish);

    /**
     * Whether a person may say who else comes to a room.
     *
     * @param person who
     * @param room which room
     * @return true: he is in it as a moderator, or it is his own
     */
    boolean moderates(PersonId person, RoomId room);

    /**
     * Has somebody called into a room, for a moderator who is in it. May block for up to 5 s.
     *
     * @param person the moderator
     * @param room which room
     * @param to what he typed
     */
    void invite(PersonId person, RoomId room, String to);
}
