package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * A conference room.
 *
 * @param id names the room
 * @param name as shown to whoever calls it
 * @param extension 2 to 6 digits
 * @param pin what every comer types, 4 to 12 digits
 * @param moderatorPin what a moderator types instead, 4 to 12 digits
 */
public record Room(
        RoomId id, String name, String extension, String pin, Optional<String> moderatorPin) {
    /** Leaves the PINs out, so that they never reach a log. */
    @Override
    public String toString() {
        return "Room[" + id + ", " + name + ", " + extension + "]";
    }
}
