package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * How it is in a conference room.
 *
 * @param waitForModerator until a moderator comes, all others wait with music
 * @param endsWithModerator when the last moderator leaves, it is over for all
 * @param announce how who comes and who leaves is told
 * @param listenOnly only moderators are heard, until one of them says otherwise
 * @param owner whose personal room it is
 */
public record RoomRules(
        boolean waitForModerator,
        boolean endsWithModerator,
        Announce announce,
        boolean listenOnly,
        Optional<PersonId> owner) {
    /** Opens to whoever has the PIN, stays open, announces by tone; everybody is heard. */
    public static final RoomRules USUAL =
            new RoomRules(false, false, Announce.TONE, false, Optional.empty());

    /** How who comes and who leaves is told. */
    public enum Announce {
        /** By a tone. */
        TONE,
        /** By name: in his own voice where he has recorded it or says it at the door. */
        NAMES,
        /** Not at all. */
        NONE
    }
}
