package org.sonnerie.pbx.signaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Card;
import org.sonnerie.pbx.call.RecordingWish;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.quality.PageSecond;
import org.sonnerie.pbx.runtime.HandOn;
import org.sonnerie.pbx.signaling.ClientMessage.Answer;
import org.sonnerie.pbx.signaling.ClientMessage.Attach;
import org.sonnerie.pbx.signaling.ClientMessage.Availability;
import org.sonnerie.pbx.signaling.ClientMessage.Decline;
import org.sonnerie.pbx.signaling.ClientMessage.Digits;
import org.sonnerie.pbx.signaling.ClientMessage.Facts;
import org.sonnerie.pbx.signaling.ClientMessage.Hand;
import org.sonnerie.pbx.signaling.ClientMessage.HangUp;
import org.sonnerie.pbx.signaling.ClientMessage.Hello;
import org.sonnerie.pbx.signaling.ClientMessage.Hold;
import org.sonnerie.pbx.signaling.ClientMessage.InRoom;
import org.sonnerie.pbx.signaling.ClientMessage.Invite;
import org.sonnerie.pbx.signaling.ClientMessage.Leaving;
import org.sonnerie.pbx.signaling.ClientMessage.PlaceCall;
import org.sonnerie.pbx.signaling.ClientMessage.Probed;
import org.sonnerie.pbx.signaling.ClientMessage.Recording;
import org.sonnerie.pbx.signaling.ClientMessage.Resume;
import org.sonnerie.pbx.signaling.ClientMessage.Resumption;
import org.sonnerie.pbx.signaling.ClientMessage.Take;
import org.sonnerie.pbx.signaling.ClientMessage.WatchPeople;
import org.sonnerie.pbx.signaling.ClientMessage.WatchQueues;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a page sends. Members it does not know are left alone. */
final class MessageReader {
    private static final int DEEPEST = 8;
    private static final Pattern DIGITS = Pattern.compile("[0-9*#A-D]{1,32}");
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    private MessageReader() {}

    /**
     * Reads a frame.
     *
     * @param frame as it came, at most 64 kB
     * @return the message, or why it is none
     */
    static Frame read(String frame) {
        return readAs(frame, MessageReader::message, Frame.Bad::new);
    }

    /** Makes a message of an object and its id. */
    interface Reading<T> {
        T of(JsonNode at, long id);
    }

    /** Says why a frame is no message. */
    interface Refusal<T> {
        T of(OptionalLong id, ErrorCode code, String message);
    }

    /** Reads a frame of any of our vocabularies. */
    static <T> T readAs(String frame, Reading<? extends T> reading, Refusal<? extends T> refusal) {
        JsonNode root;
        try {
            root = JSON.readTree(frame);
        } catch (JacksonException e) {
            return notJson(refusal);
        }
        if (root == null || !root.isObject()) {
            return notJson(refusal);
        }
        OptionalLong id = id(root);
        if (id.isEmpty()) {
            return refusal.of(id, ErrorCode.BAD_MESSAGE, "id: a positive integer is expected");
        }
        try {
            return reading.of(root, id.getAsLong());
        } catch (BadMemberException bad) {
            return refusal.of(id, ErrorCode.BAD_MESSAGE, String.valueOf(bad.getMessage()));
        }
    }

    private static <T> T notJson(Refusal<? extends T> refusal) {
        return refusal.of(
                OptionalLong.empty(), ErrorCode.NOT_JSON, "the frame is not a JSON object");
    }

    /** A member is not as expected; ends the reading. */
    static RuntimeException bad(String message) {
        return new BadMemberException(message);
    }

    private static OptionalLong id(JsonNode root) {
        JsonNode id = root.path("id");
        return id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0
                ? OptionalLong.of(id.longValue())
                : OptionalLong.empty();
    }

    private static Frame message(JsonNode at, long id) {
        return switch (text(at, "type")) {
            case "hello" -> good(new Hello(id, text(at, "ticket"), resumption(at)));
            case "call" -> good(new PlaceCall(id, number(at), text(at, "sdp")));
            case "take" -> good(new Take(id, call(at), text(at, "sdp")));
            case "answer" -> good(new Answer(id, call(at), text(at, "sdp")));
            case "attach" -> good(new Attach(id, call(at), text(at, "sdp")));
            case "decline" -> good(new Decline(id, call(at)));
            case "hang-up" -> good(new HangUp(id, call(at)));
            case "hold" -> good(new Hold(id, call(at)));
            case "resume" -> good(new Resume(id, call(at)));
            case "record" -> good(new Recording(id, call(at), wish(at)));
            case "digits" -> good(new Digits(id, call(at), digits(at)));
            case "transfer" -> hand(at, id, new HandOn.Transfer(number(at), note(at)));
            case "to-voicemail" -> hand(at, id, new HandOn.ToVoicemail(number(at)));
            case "consult" -> hand(at, id, new HandOn.Consult(number(at), note(at)));
            case "complete-transfer" -> hand(at, id, new HandOn.Complete());
            case "cancel-transfer" -> hand(at, id, new HandOn.Cancel());
            case "join" -> hand(at, id, new HandOn.Join());
            case "park" -> hand(at, id, new HandOn.Park());
            case "facts" -> good(new Facts(id, call(at), seconds(at)));
            case "watch-people" -> good(new WatchPeople(id, flag(at, "on")));
            case "watch-queues" -> good(new WatchQueues(id, flag(at, "on")));
            case "availability" -> good(new Availability(id, flag(at, "available")));
            case "probed" ->
                    good(new Probed(id, text(at, "nonce"), flag(at, "canRing"), obstacle(at)));
            case "leaving" -> good(new Leaving(id));
            case "room-invite" -> good(new Invite(id, room(at), number(at)));
            default ->
                    RoomMessages.wish(text(at, "type"), at)
                            .map(wish -> good(new InRoom(id, room(at), wish)))
                            .orElseGet(() ->
                                    new Frame.Bad(
                                            OptionalLong.of(id),
                                            ErrorCode.UNKNOWN_TYPE,
                                            "there is no such message"));
        };
    }

    private static RoomId room(JsonNode at) {
        try {
            return new RoomId(text(at, "room"));
        } catch (IllegalArgumentException e) {
            throw new BadMemberException("room: a room's id is expected", e);
        }
    }

    private static Frame hand(JsonNode at, long id, HandOn how) {
        return good(new Hand(id, call(at), how));
    }

    private static String note(JsonNode at) {
        String note = text(at, "note").strip();
        if (note.length() > Card.LONGEST_NOTE) {
            throw new BadMemberException("note: at most 200 characters are expected");
        }
        return note;
    }

    private static Frame good(ClientMessage message) {
        return new Frame.Good(message);
    }

    private static Optional<Resumption> resumption(JsonNode at) {
        JsonNode resume = at.path("resume");
        if (resume.isMissingNode() || resume.isNull()) {
            return Optional.empty();
        }
        JsonNode lastSeq = resume.path("lastSeq");
        if (!lastSeq.isIntegralNumber() || !lastSeq.canConvertToLong()) {
            throw new BadMemberException("resume.lastSeq: a whole number is expected");
        }
        return Optional.of(new Resumption(text(resume, "token"), lastSeq.longValue()));
    }

    private static String number(JsonNode at) {
        String to = text(at, "to").strip();
        if (to.isEmpty() || to.length() > ClientMessage.LONGEST_NUMBER) {
            throw new BadMemberException("to: 1 to 64 characters are expected");
        }
        return to;
    }

    private static String digits(JsonNode at) {
        String digits = text(at, "digits");
        if (!DIGITS.matcher(digits).matches()) {
            throw new BadMemberException("digits: 1 to 32 of 0-9*#A-D are expected");
        }
        return digits;
    }

    private static CallId call(JsonNode at) {
        try {
            return new CallId(text(at, "call"));
        } catch (IllegalArgumentException e) {
            throw new BadMemberException("call: a call's id is expected", e);
        }
    }

    private static RecordingWish wish(JsonNode at) {
        return Keyword.read(RecordingWish.class, text(at, "wish"))
                .orElseThrow(() ->
                        new BadMemberException("wish: start, pause, resume or stop is expected"));
    }

    private static Optional<Obstacle> obstacle(JsonNode at) {
        JsonNode obstacle = at.path("obstacle");
        if (obstacle.isMissingNode() || obstacle.isNull()) {
            return Optional.empty();
        }
        Optional<Obstacle> known = Keyword.read(Obstacle.class, text(at, "obstacle"));
        if (known.isEmpty()) {
            throw new BadMemberException("obstacle: there is no such obstacle");
        }
        return known;
    }

    private static List<PageSecond> seconds(JsonNode at) {
        JsonNode seconds = at.path("seconds");
        if (!seconds.isArray() || seconds.isEmpty() || seconds.size() > Facts.MOST_SECONDS) {
            throw new BadMemberException("seconds: 1 to 10 are expected");
        }
        try {
            return seconds.valueStream().map(MessageReader::second).toList();
        } catch (IllegalArgumentException e) {
            throw new BadMemberException("seconds: a count is out of range", e);
        }
    }

    private static PageSecond second(JsonNode at) {
        return new PageSecond(
                count(at, "packets"),
                count(at, "lost"),
                count(at, "concealedMillis"),
                count(at, "jitterMillis"),
                count(at, "roundTripMillis"));
    }

    private static int count(JsonNode at, String member) {
        JsonNode node = at.path(member);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new BadMemberException(member + ": a whole number is expected");
        }
        return node.intValue();
    }

    static boolean flag(JsonNode at, String member) {
        JsonNode node = at.path(member);
        if (!node.isBoolean()) {
            throw new BadMemberException(member + ": true or false is expected");
        }
        return node.booleanValue();
    }

    static String text(JsonNode at, String member) {
        JsonNode node = at.path(member);
        if (!node.isString()) {
            throw new BadMemberException(member + ": a text is expected");
        }
        return node.stringValue();
    }

    /** A frame, read. */
    sealed interface Frame {
        /** A message. */
        record Good(ClientMessage message) implements Frame {}

        /** None; the page is told why. */
        record Bad(OptionalLong id, ErrorCode code, String message) implements Frame {}
    }

    /** Ends the reading of one frame; costs no stack trace. */
    private static final class BadMemberException extends RuntimeException {
        BadMemberException(String message) {
            super(message, null, false, false);
        }

        BadMemberException(String message, Throwable cause) {
            super(message, cause, false, false);
        }
    }
}
