package org.sonnerie.pbx.signaling;

import java.util.OptionalLong;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.runtime.GuestDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is said over a guest's socket, as JSON (docs/protocol.md). */
final class GuestMessages {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GuestMessages() {}

    /**
     * Reads a frame.
     *
     * @param frame as it came, at most 64 kB
     * @return the message, or why it is none
     */
    static GuestMessage read(String frame) {
        return MessageReader.readAs(
                frame,
                GuestMessages::message,
                (id, code, why) -> new GuestMessage.Bad(id.orElse(0), code, why));
    }

    private static GuestMessage message(JsonNode at, long id) {
        return switch (MessageReader.text(at, "type")) {
            case "guest-join" ->
                    new GuestMessage.Join(
                            id,
                            MessageReader.text(at, "token"),
                            name(at),
                            MessageReader.text(at, "sdp"));
            case "guest-mute" -> new GuestMessage.Mute(id, MessageReader.flag(at, "muted"));
            case "guest-leave" -> new GuestMessage.Leave(id);
            default ->
                    new GuestMessage.Bad(id, ErrorCode.UNKNOWN_TYPE, "a guest has no such message");
        };
    }

    private static String name(JsonNode at) {
        String name = MessageReader.text(at, "name").strip();
        boolean plain = name.codePoints().noneMatch(Character::isISOControl);
        if (name.isEmpty() || name.length() > GuestMessage.LONGEST_NAME || !plain) {
            throw MessageReader.bad("name: 1 to 60 characters are expected");
        }
        return name;
    }

    static String reply(long id, String sdp) {
        return JSON.writeValueAsString(
                JSON.createObjectNode().put("type", "reply").put("id", id).put("sdp", sdp));
    }

    static String done(long id) {
        return JSON.writeValueAsString(JSON.createObjectNode().put("type", "reply").put("id", id));
    }

    static String error(OptionalLong id, ErrorCode code, String message) {
        return JSON.writeValueAsString(
                JSON.createObjectNode()
                        .put("type", "error")
                        .put("id", id.isPresent() ? id.getAsLong() : null)
                        .put("code", Keyword.of(code))
                        .put("message", message));
    }

    static String state(GuestDesk.State state) {
        ObjectNode root = JSON.createObjectNode().put("type", "guest");
        root.put("ended", state.ended().map(GuestMessages::word).orElse(null)).putNull("stay");
        state.stay().ifPresent(stay -> RoomMessages.write(root.putObject("stay"), stay));
        return JSON.writeValueAsString(root);
    }

    private static String word(EndReason why) {
        return Keyword.of(why);
    }
}
