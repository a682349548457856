package org.sonnerie.pbx.signaling;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingView;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.signaling.ServerMessage.AvailabilityChanged;
import org.sonnerie.pbx.signaling.ServerMessage.CallChanged;
import org.sonnerie.pbx.signaling.ServerMessage.Goodbye;
import org.sonnerie.pbx.signaling.ServerMessage.Probe;
import org.sonnerie.pbx.signaling.ServerMessage.Refused;
import org.sonnerie.pbx.signaling.ServerMessage.Reply;
import org.sonnerie.pbx.signaling.ServerMessage.VoicemailWaits;
import org.sonnerie.pbx.signaling.ServerMessage.Welcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a page is told. */
final class MessageWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessageWriter() {}

    /**
     * Writes a message.
     *
     * @param message what to say
     * @param seq its number in the stream
     * @return one JSON object
     */
    static String write(ServerMessage message, long seq) {
        if (message instanceof ServerMessage.People(String members)) {
            return "{\"type\":\"people\",\"seq\":" + seq + "," + members + "}";
        }
        ObjectNode root = JSON.createObjectNode();
        root.put("type", type(message)).put("seq", seq);
        switch (message) {
            case Welcome welcome -> welcome(root, welcome);
            case Reply(long id, Optional<ShownCall> call, Optional<String> sdp) -> {
                root.put("id", id);
                call.ifPresent(one -> call(root.putObject("call"), one));
                sdp.ifPresent(text -> root.put("sdp", text));
            }
            case Refused refused -> {
                root.put("id", refused.id().isPresent() ? refused.id().getAsLong() : null);
                root.put("code", Keyword.of(refused.code())).put("message", refused.message());
            }
            case CallChanged(ShownCall call) -> call(root.putObject("call"), call);
            case Probe(String nonce) -> root.put("nonce", nonce);
            case AvailabilityChanged changed -> {
                root.put("available", changed.available()).put("reachable", changed.reachable());
                changed.obstacle().ifPresent(what -> root.put("obstacle", Keyword.of(what)));
            }
            case VoicemailWaits(int unheard) -> root.put("unheard", unheard);
            case ServerMessage.Rooms rooms -> RoomMessages.write(root, rooms);
            case ServerMessage.Queues queues -> QueueMessages.write(root, queues);
            case ServerMessage.People _ -> throw new IllegalStateException("written already");
            case Goodbye(ServerMessage.Farewell reason) -> root.put("reason", Keyword.of(reason));
        }
        return JSON.writeValueAsString(root);
    }

    private static String type(ServerMessage message) {
        return switch (message) {
            case Welcome _ -> "welcome";
            case Reply _ -> "reply";
            case Refused _ -> "error";
            case CallChanged _ -> "call";
            case Probe _ -> "probe";
            case AvailabilityChanged _ -> "availability";
            case VoicemailWaits _ -> "voicemail";
            case ServerMessage.Rooms _ -> "rooms";
            case ServerMessage.People _ -> "people";
            case ServerMessage.Queues _ -> "queues";
            case Goodbye _ -> "goodbye";
        };
    }

    private static void welcome(ObjectNode root, Welcome welcome) {
        root.put("id", welcome.id())
                .put("resumed", welcome.stream().resumed())
                .put("token", welcome.stream().token())
                .put("page", welcome.stream().page().text())
                .put("now", welcome.stream().now().toString());
        root.putObject("me")
                .put("person", welcome.me().person())
                .put("name", welcome.me().name())
                .put("extension", welcome.me().extension());
        root.putObject("company")
                .put("name", welcome.company().name())
                .put("country", welcome.company().country())
                .put("demo", welcome.company().demo());
        root.put("available", welcome.available());
        ArrayNode directory = root.putArray("directory");
        welcome.directory()
                .forEach(entry ->
                        directory
                                .addObject()
                                .put("name", entry.name())
                                .put("extension", entry.extension()));
        calls(root.putArray("calls"), welcome.calls());
    }

    private static void calls(ArrayNode node, List<ShownCall> calls) {
        calls.forEach(call -> call(node.addObject(), call));
    }

    private static void call(ObjectNode node, ShownCall shown) {
        CallView view = shown.view();
        node.put("id", view.call().text())
                .put("direction", view.incoming() ? "in" : "out")
                .put("state", Keyword.of(view.state()));
        node.putObject("party")
                .put("name", view.party().name())
                .put("number", view.party().number())
                .put("via", view.party().via())
                .put("heldByOther", view.party().heldByOther());
        node.put("began", view.times().began().toString())
                .put("answered", text(view.times().answered()))
                .put("ended", view.ended().map(Keyword::of).orElse(null))
                .put("media", Keyword.of(shown.media()));
        details(node, view.details());
    }

    private static void details(ObjectNode node, CallView.Details details) {
        node.putNull("card").putNull("consult").put("slot", details.slot().orElse(null));
        details.card()
                .ifPresent(card -> {
                    ObjectNode into = node.putObject("card").put("kind", Keyword.of(card.kind()));
                    named(into.putObject("other"), card.other());
                    into.put("note", card.note());
                });
        details.consult()
                .ifPresent(consult -> {
                    ObjectNode into = node.putObject("consult");
                    named(into.putObject("party"), consult.party());
                    into.put("state", Keyword.of(consult.state()))
                            .put("ended", consult.ended().map(Keyword::of).orElse(null));
                });
        ArrayNode with = node.putArray("with");
        details.with().forEach(other -> named(with.addObject(), other));
        details.recording()
                .ifPresent(recording -> recording(node.putObject("recording"), recording));
    }

    private static void recording(ObjectNode node, RecordingView recording) {
        ArrayNode wishes = node.put("state", Keyword.of(recording.state())).putArray("wishes");
        recording.wishes().forEach(wish -> wishes.add(Keyword.of(wish)));
    }

    private static void named(ObjectNode node, Named who) {
        node.put("name", who.name()).put("number", who.number());
    }

    private static @Nullable String text(Optional<?> thing) {
        return thing.map(Object::toString).orElse(null);
    }
}
