package org.sonnerie.pbx.room;

import java.util.Optional;

/** What a star and a key mean in a room: each turns something on, or off again. */
final class RoomKeys {
    private RoomKeys() {}

    static Optional<RoomWish> read(Conference room, Member who, char key) {
        return switch (key) {
            case '4' -> Optional.of(new RoomWish.Recorded(!room.recorded()));
            case '5' -> Optional.of(new RoomWish.Lock(!room.locked()));
            case '6' -> Optional.of(new RoomWish.MuteMyself(!who.voice().mutedSelf()));
            case '7' -> Optional.of(new RoomWish.MuteAll(someoneCanBeMuted(room)));
            case '8' -> Optional.of(new RoomWish.ListenOnly(!room.listenOnly()));
            case '9' -> Optional.of(new RoomWish.End());
            default -> Optional.empty();
        };
    }

    private static boolean someoneCanBeMuted(Conference room) {
        return room.members().stream()
                .anyMatch(one -> one.in() && !one.moderator() && !one.voice().muted());
    }
}
