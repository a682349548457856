package org.sonnerie.pbx.signaling;

import java.util.Optional;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.room.Conference;
import org.sonnerie.pbx.room.RoomView;
import org.sonnerie.pbx.room.RoomWish;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is said about conference rooms, as JSON (docs/protocol.md). */
final class RoomMessages {
    private RoomMessages() {}

    /**
     * What somebody wants of a room he is in.
     *
     * @param type of the message
     * @param at the message
     * @return empty: the type is no such wish
     */
    static Optional<RoomWish> wish(String type, JsonNode at) {
        return switch (type) {
            case "room-mute-myself" ->
                    Optional.of(new RoomWish.MuteMyself(MessageReader.flag(at, "muted")));
            case "room-mute" ->
                    Optional.of(new RoomWish.Mute(member(at), MessageReader.flag(at, "muted")));
            case "room-mute-all" ->
                    Optional.of(new RoomWish.MuteAll(MessageReader.flag(at, "muted")));
            case "room-remove" -> Optional.of(new RoomWish.Remove(member(at)));
            case "room-admit" -> Optional.of(new RoomWish.Admit(member(at)));
            case "room-lock" -> Optional.of(new RoomWish.Lock(MessageReader.flag(at, "locked")));
            case "room-listen-only" ->
                    Optional.of(new RoomWish.ListenOnly(MessageReader.flag(at, "on")));
            case "room-record" -> Optional.of(new RoomWish.Recorded(MessageReader.flag(at, "on")));
            case "room-end" -> Optional.of(new RoomWish.End());
            default -> Optional.empty();
        };
    }

    private static String member(JsonNode at) {
        return MessageReader.text(at, "member");
    }

    static void write(ObjectNode root, ServerMessage.Rooms message) {
        ArrayNode rooms = root.putArray("rooms");
        message.rooms().forEach(room -> write(rooms.addObject(), room));
    }

    private static void write(ObjectNode node, RoomView room) {
        node.put("id", room.id().text())
                .put("name", room.name())
                .put("number", room.number())
                .put("own", room.own())
                .putNull("stay");
        room.stay().ifPresent(stay -> write(node.putObject("stay"), stay));
    }

    static void write(ObjectNode node, RoomView.Stay stay) {
        node.put("member", stay.member())
                .put("moderator", stay.moderator())
                .put("locked", stay.locked())
                .put("listenOnly", stay.listenOnly());
        if (stay.recording() != Conference.Recording.NOT_ALLOWED) {
            node.put("recording", Keyword.of(stay.recording()));
        }
        ArrayNode members = node.putArray("members");
        stay.members()
                .forEach(one ->
                        members.addObject()
                                .put("id", one.id())
                                .put("name", one.name())
                                .put("number", one.number())
                                .put("moderator", one.moderator())
                                .put("standing", Keyword.of(one.standing()))
                                .put("silence", Keyword.of(one.silence()))
                                .put("speaks", one.speaks()));
    }
}
