package org.sonnerie.pbx.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a recording, as JSON beside its file. */
final class RecordingNote {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordingNote() {}

    static String write(NewRecording recording) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", recording.id().text())
                .put("company", recording.company().text())
                .put("by", recording.by().map(PersonId::text).orElse(null))
                .put("began", recording.began().toString());
        switch (recording.of()) {
            case Of.Call(String call, Named one, Named other) -> {
                node.put("call", call);
                named(node.putObject("one"), one);
                named(node.putObject("other"), other);
            }
            case Of.Conference(RoomId room) -> node.put("room", room.text());
        }
        return JSON.writeValueAsString(node);
    }

    private static void named(ObjectNode node, Named who) {
        node.put("name", who.name()).put("number", who.number());
    }

    /** Empty: it was being written when the process ended; nothing had been recorded yet. */
    static Optional<NewRecording> read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return Optional.of(
                    new NewRecording(
                            new RecordingId(node.path("id").asString("")),
                            new CompanyId(node.path("company").asString("")),
                            of(node),
                            Optional.of(node.path("by"))
                                    .filter(JsonNode::isString)
                                    .map(by -> new PersonId(by.asString(""))),
                            Instant.parse(node.path("began").asString(""))));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Of of(JsonNode node) {
        return node.path("room").isString()
                ? new Of.Conference(new RoomId(node.path("room").asString("")))
                : new Of.Call(
                        node.path("call").asString(""),
                        named(node.path("one")),
                        named(node.path("other")));
    }

    private static Named named(JsonNode node) {
        return new Named(node.path("name").asString(""), node.path("number").asString(""));
    }
}
