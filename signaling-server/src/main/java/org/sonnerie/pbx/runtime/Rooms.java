package org.sonnerie.pbx.runtime;

import java.util.function.Consumer;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.room.Comer;

/** The conference rooms as calls see them. Thread safe; nothing here blocks. */
interface Rooms {
    /**
     * Somebody comes.
     *
     * @param plan whose room
     * @param room which
     * @param comer who
     * @param call told what concerns him, until he leaves
     */
    void came(CompanyPlan plan, RoomId room, Comer comer, Consumer<CallEvent> call);

    /**
     * Somebody pressed a star and a key.
     *
     * @param leg who
     * @param digit the key
     */
    void pressed(LegId leg, char digit);

    /**
     * Somebody says his name at the door of a room.
     *
     * @param company whose room
     * @param room which
     * @param leg who
     * @param forget takes away what he said; run once, when nobody is in the room or at its door
     *     any more; returns at once
     */
    void introduces(CompanyId company, RoomId room, LegId leg, Runnable forget);

    /**
     * Whether who comes and leaves is said by name now, in a room that announces names.
     *
     * @param company whose room
     * @param room which
     * @return false: a tone disturbs less
     */
    boolean saysNames(CompanyId company, RoomId room);

    /**
     * Somebody is gone. Nothing happens if he was in none.
     *
     * @param leg who
     */
    void left(LegId leg);
}
