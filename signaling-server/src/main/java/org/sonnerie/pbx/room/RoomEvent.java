package org.sonnerie.pbx.room;

import org.sonnerie.pbx.call.LegId;

/** What happens to a room. */
public sealed interface RoomEvent {
    /**
     * Somebody comes, or comes anew after the server's restart.
     *
     * @param comer who
     */
    record Came(Comer comer) implements RoomEvent {}

    /**
     * Somebody is gone.
     *
     * @param leg who
     */
    record Left(LegId leg) implements RoomEvent {}

    /**
     * Somebody begins or ceases to speak.
     *
     * @param leg who
     * @param speaks true: he speaks
     */
    record Spoke(LegId leg, boolean speaks) implements RoomEvent {}

    /**
     * Somebody in the room wants something.
     *
     * @param leg who
     * @param wish what
     */
    record Wanted(LegId leg, RoomWish wish) implements RoomEvent {}

    /** Its recording could not be written any longer. */
    record RecordingOver() implements RoomEvent {}

    /**
     * Somebody in the room pressed a star and a key.
     *
     * @param leg who
     * @param key the key
     */
    record Pressed(LegId leg, char key) implements RoomEvent {}
}
