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
 * @param rules how it is in there
 */
public record Room(
        RoomId id,
        String name,
        String extension,
        String pin,
        Optional<String> moderatorPin,
        RoomRules rules) {
    /** A room that opens to whoever has its PIN and announces by tone. */
    public Room(
            RoomId id, String name, String extension, String pin, Optional<String> moderatorPin) {
        this(id, name, extension, pin, moderatorPin, RoomRules.USUAL);
    }

    /**
     * Whether a person is its owner.
     *
     * @param person who
     * @return true: he is let in without a PIN, and is a moderator there
     */
    public boolean isOwnedBy(PersonId person) {
        return rules.owner().equals(Optional.of(person));
    }

    /** Leaves the PINs out, so that they never reach a log. */
    @Override
    public String toString() {
        return "Room[" + id + ", " + name + ", " + extension + "]";
    }
}
