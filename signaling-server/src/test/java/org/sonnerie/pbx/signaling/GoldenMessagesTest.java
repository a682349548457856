package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.Card;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingView;
import org.sonnerie.pbx.call.RecordingWish;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.quality.PageSecond;
import org.sonnerie.pbx.room.Conference;
import org.sonnerie.pbx.room.RoomView;
import org.sonnerie.pbx.room.RoomWish;
import org.sonnerie.pbx.runtime.HandOn;
import org.sonnerie.pbx.runtime.PageId;
import org.sonnerie.pbx.signaling.ServerMessage.AvailabilityChanged;
import org.sonnerie.pbx.signaling.ShownCall.Where;
import tools.jackson.databind.json.JsonMapper;

class GoldenMessagesTest {
    private static final Path FOLDER = Path.of("..", "docs", "protocol");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
    private static final String SECOND =
            "{\"packets\":50,\"lost\":0,\"concealedMillis\":0,\"jitterMillis\":3,"
                    + "\"roundTripMillis\":-1}";
    private static final CallId CALL = new CallId("c-1");
    private static final RoomId ROOM = new RoomId("meeting");
    private static final Map<String, ClientMessage> FROM_PAGE =
            Map.ofEntries(
                    Map.entry("client-hello", new ClientMessage.Hello(1, "t0", Optional.empty())),
                    Map.entry(
                            "client-hello-resume",
                            new ClientMessage.Hello(
                                    1, "t0", Optional.of(new ClientMessage.Resumption("r0", 17)))),
                    Map.entry("client-call", new ClientMessage.PlaceCall(2, "102", SDP)),
                    Map.entry("client-answer", new ClientMessage.Answer(3, CALL, SDP)),
                    Map.entry("client-attach", new ClientMessage.Attach(4, CALL, SDP)),
                    Map.entry("client-decline", new ClientMessage.Decline(5, CALL)),
                    Map.entry("client-hang-up", new ClientMessage.HangUp(6, CALL)),
                    Map.entry("client-hold", new ClientMessage.Hold(7, CALL)),
                    Map.entry("client-resume", new ClientMessage.Resume(8, CALL)),
                    Map.entry("client-digits", new ClientMessage.Digits(9, CALL, "12#")),
                    Map.entry("client-availability", new ClientMessage.Availability(10, false)),
                    Map.entry(
                            "client-probed",
                            new ClientMessage.Probed(11, "n0", true, Optional.empty())),
                    Map.entry(
                            "client-probed-obstacle",
                            new ClientMessage.Probed(
                                    12, "n0", false, Optional.of(Obstacle.SOUND_LOCKED))),
                    Map.entry("client-leaving", new ClientMessage.Leaving(13)),
                    hand("transfer", 14, new HandOn.Transfer("102", "About the wedding cake")),
                    hand("to-voicemail", 14, new HandOn.ToVoicemail("102")),
                    hand("consult", 15, new HandOn.Consult("102", "")),
                    hand("complete-transfer", 16, new HandOn.Complete()),
                    hand("cancel-transfer", 17, new HandOn.Cancel()),
                    hand("join", 18, new HandOn.Join()),
                    hand("park", 19, new HandOn.Park()),
                    Map.entry(
                            "client-facts",
                            new ClientMessage.Facts(
                                    20,
                                    CALL,
                                    List.of(
                                            new PageSecond(50, 0, 0, 3, 41),
                                            new PageSecond(46, 4, 80, 12, -1)))),
                    inRoom("mute-myself", 20, new RoomWish.MuteMyself(true)),
                    inRoom("mute", 21, new RoomWish.Mute("m2", true)),
                    inRoom("mute-all", 22, new RoomWish.MuteAll(true)),
                    inRoom("remove", 23, new RoomWish.Remove("m2")),
                    inRoom("admit", 24, new RoomWish.Admit("m2")),
                    inRoom("lock", 25, new RoomWish.Lock(true)),
                    inRoom("listen-only", 26, new RoomWish.ListenOnly(true)),
                    inRoom("record", 30, new RoomWish.Recorded(true)),
                    inRoom("end", 27, new RoomWish.End()),
                    Map.entry("client-watch-people", new ClientMessage.WatchPeople(31, true)),
                    Map.entry("client-watch-queues", new ClientMessage.WatchQueues(32, true)),
                    Map.entry("client-take", new ClientMessage.Take(33, CALL, SDP)),
                    Map.entry(
                            "client-record",
                            new ClientMessage.Recording(29, CALL, RecordingWish.START)),
                    Map.entry("client-room-invite", new ClientMessage.Invite(28, ROOM, "102")));

    private static Map.Entry<String, ClientMessage> inRoom(String name, long id, RoomWish wish) {
        return Map.entry("client-room-" + name, new ClientMessage.InRoom(id, ROOM, wish));
    }

    private static Map.Entry<String, ClientMessage> hand(String name, long id, HandOn how) {
        return Map.entry("client-" + name, new ClientMessage.Hand(id, CALL, how));
    }

    @ParameterizedTest
    @MethodSource("clientFiles")
    void everyMessageOfThePageIsRead(String name) throws IOException {
        assertThat(MessageReader.read(Files.readString(FOLDER.resolve(name + ".json"))))
                .isEqualTo(
                        new MessageReader.Frame.Good(Objects.requireNonNull(FROM_PAGE.get(name))));
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void everyMessageOfTheServerIsWritten(String name, long seq, ServerMessage message)
            throws IOException {
        assertThat(JSON.readTree(MessageWriter.write(message, seq)))
                .isEqualTo(JSON.readTree(Files.readString(FOLDER.resolve(name + ".json"))));
    }

    @Test
    void noExampleIsLeftOut() throws IOException {
        assertThat(serverMessages().map(message -> message[0]))
                .containsExactlyInAnyOrderElementsOf(names("server-"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badFramesAreNamed(String frame, ErrorCode code) {
        assertThat(MessageReader.read(frame))
                .isInstanceOfSatisfying(
                        MessageReader.Frame.Bad.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    static List<String> clientFiles() throws IOException {
        return names("client-");
    }

    private static List<String> names(String beginning) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> name.startsWith(beginning))
                    .toList();
        }
    }

    static Stream<Object[]> serverMessages() {
        return Stream.of(messages(), refusals(), handedOn()).flatMap(all -> all);
    }

    private static Stream<Object[]> refusals() {
        return Stream.of(
                refusal(11, ErrorCode.LOG_UNAVAILABLE),
                refusal(12, ErrorCode.TOO_MANY_CALLS),
                refusal(13, ErrorCode.COMPANY_FULL),
                refusal(14, ErrorCode.TOO_MANY_PAGES),
                refusal(21, ErrorCode.NOT_MODERATOR),
                refusal(22, ErrorCode.NOT_IN_ROOM));
    }

    private static Stream<Object[]> handedOn() {
        Named carol = new Named("Carol", "103");
        Card card = new Card(Card.Kind.TRANSFERRED, carol, "About the wedding cake");
        CallView.Consult consult =
                new CallView.Consult(
                        new Named("", "+33145678901"),
                        CallView.State.ENDED,
                        Optional.of(EndReason.BUSY));
        return Stream.of(
                changed("card", 15, CallView.State.RINGING, Where.PENDING)
                        .apply(details(Optional.of(card), Optional.empty(), "", List.of())),
                changed("consult", 16, CallView.State.IN_CALL, Where.HERE)
                        .apply(details(Optional.empty(), Optional.of(consult), "", List.of())),
                changed("parked", 17, CallView.State.PARKED, Where.NONE)
                        .apply(details(Optional.empty(), Optional.empty(), "701", List.of())),
                changed("three", 18, CallView.State.IN_CALL, Where.HERE)
                        .apply(details(Optional.empty(), Optional.empty(), "", List.of(carol))),
                changed("recorded", 19, CallView.State.IN_CALL, Where.HERE).apply(recorded()));
    }

    private static CallView.Details recorded() {
        CallView.Details none = CallView.Details.NONE;
        return new CallView.Details(
                none.ended(),
                none.card(),
                none.consult(),
                none.slot(),
                none.with(),
                Optional.of(
                        new RecordingView(
                                RecordingView.State.ON,
                                List.of(RecordingWish.PAUSE, RecordingWish.STOP))));
    }

    private static CallView.Details details(
            Optional<Card> card,
            Optional<CallView.Consult> consult,
            String slot,
            List<Named> with) {
        return new CallView.Details(
                Optional.empty(),
                card,
                consult,
                Optional.of(slot).filter(text -> !text.isEmpty()),
                with,
                Optional.empty());
    }

    private static Function<CallView.Details, Object[]> changed(
            String name, long seq, CallView.State state, Where where) {
        return details ->
                of(
                        "server-call-" + name,
                        seq,
                        new ServerMessage.CallChanged(
                                new ShownCall(view(true, state, details), where)));
    }

    private static Stream<Object[]> messages() {
        return Stream.of(
                of("server-welcome", 1, welcome()),
                of("server-reply", 2, ServerMessage.Reply.done(6)),
                of(
                        "server-reply-call",
                        3,
                        new ServerMessage.Reply(
                                2,
                                Optional.of(
                                        new ShownCall(
                                                view(false, CallView.State.CALLING), Where.HERE)),
                                Optional.of(SDP))),
                of(
                        "server-reply-sdp",
                        4,
                        new ServerMessage.Reply(3, Optional.empty(), Optional.of(SDP))),
                of(
                        "server-error",
                        5,
                        new ServerMessage.Refused(
                                OptionalLong.of(3),
                                ErrorCode.ANSWERED_ELSEWHERE,
                                "another phone answered first")),
                of(
                        "server-error-no-id",
                        6,
                        new ServerMessage.Refused(
                                OptionalLong.empty(),
                                ErrorCode.NOT_JSON,
                                "the frame is not a JSON object")),
                of(
                        "server-call",
                        7,
                        new ServerMessage.CallChanged(
                                new ShownCall(view(false, CallView.State.ENDED), Where.HERE))),
                of("server-probe", 8, new ServerMessage.Probe("n0")),
                of(
                        "server-availability",
                        9,
                        new AvailabilityChanged(true, false, Optional.of(Obstacle.SOUND_LOCKED))),
                of("server-voicemail", 19, new ServerMessage.VoicemailWaits(2)),
                of("server-rooms", 20, rooms()),
                of("server-people", 21, PeopleNewsTest.example()),
                of("server-queues", 22, QueueNewsTest.example()),
                of(
                        "server-goodbye",
                        10,
                        new ServerMessage.Goodbye(ServerMessage.Farewell.SERVER_STOPS)));
    }

    private static ServerMessage.Rooms rooms() {
        RoomView.Stay stay =
                new RoomView.Stay(
                        "m1",
                        true,
                        false,
                        true,
                        Conference.Recording.ON,
                        List.of(
                                new RoomView.Seen(
                                        "m1",
                                        "Alice",
                                        "101",
                                        true,
                                        Standing.IN,
                                        Silence.NONE,
                                        true),
                                new RoomView.Seen(
                                        "m2",
                                        "",
                                        "+33612345678",
                                        false,
                                        Standing.WAITS_AT_LOCK,
                                        Silence.LISTEN_ONLY,
                                        false)));
        return new ServerMessage.Rooms(
                List.of(
                        new RoomView(ROOM, "Conference", "400", false, Optional.of(stay)),
                        new RoomView(new RoomId("alice"), "Alice", "410", true, Optional.empty())));
    }

    /** A refusal as it is told to the page that wanted to call. */
    private static Object[] refusal(long seq, ErrorCode code) {
        String word = Keyword.of(code);
        return of(
                "server-error-" + word,
                seq,
                new ServerMessage.Refused(OptionalLong.of(2), code, word.replace('-', ' ')));
    }

    static Stream<Object[]> bad() {
        return Stream.of(
                new Object[] {"", ErrorCode.NOT_JSON},
                new Object[] {"{", ErrorCode.NOT_JSON},
                new Object[] {"[1]", ErrorCode.NOT_JSON},
                new Object[] {"[".repeat(60_000), ErrorCode.NOT_JSON},
                new Object[] {"7", ErrorCode.NOT_JSON},
                new Object[] {"{\"type\":\"hold\",\"call\":\"c-1\"}", ErrorCode.BAD_MESSAGE},
                new Object[] {"{\"type\":\"hold\",\"id\":0,\"call\":\"c\"}", ErrorCode.BAD_MESSAGE},
                new Object[] {"{\"type\":\"hold\",\"id\":1}", ErrorCode.BAD_MESSAGE},
                new Object[] {
                    "{\"type\":\"hold\",\"id\":1,\"call\":\"a b\"}", ErrorCode.BAD_MESSAGE
                },
                new Object[] {
                    "{\"type\":\"digits\",\"id\":1,\"call\":\"c\",\"digits\":\"x\"}",
                    ErrorCode.BAD_MESSAGE
                },
                new Object[] {facts("[]"), ErrorCode.BAD_MESSAGE},
                new Object[] {
                    facts("[" + SECOND + ",".concat(SECOND).repeat(10) + "]"), ErrorCode.BAD_MESSAGE
                },
                new Object[] {facts("[7]"), ErrorCode.BAD_MESSAGE},
                new Object[] {facts("[" + SECOND.replace("50", "-1") + "]"), ErrorCode.BAD_MESSAGE},
                new Object[] {
                    facts("[" + SECOND.replace("50", "5e9") + "]"), ErrorCode.BAD_MESSAGE
                },
                new Object[] {
                    facts("[" + SECOND.replace("50", "100001") + "]"), ErrorCode.BAD_MESSAGE
                },
                new Object[] {"{\"type\":\"dance\",\"id\":1}", ErrorCode.UNKNOWN_TYPE});
    }

    private static String facts(String seconds) {
        return "{\"type\":\"facts\",\"id\":1,\"call\":\"c\",\"seconds\":" + seconds + "}";
    }

    private static ServerMessage welcome() {
        return new ServerMessage.Welcome(
                1,
                new ServerMessage.StreamFacts(
                        false, "r0", new PageId("p-1"), Instant.parse("2026-11-23T10:00:05Z")),
                new ServerMessage.Me("alice", "Alice", "101"),
                new ServerMessage.CompanyCard("Boulangerie Martin", "FR", true),
                true,
                List.of(new ServerMessage.Entry("Bob", "102")),
                List.of(new ShownCall(view(true, CallView.State.RINGING), Where.PENDING)));
    }

    private static CallView view(boolean incoming, CallView.State state) {
        CallView.Details none = CallView.Details.NONE;
        return view(
                incoming,
                state,
                state == CallView.State.ENDED
                        ? new CallView.Details(
                                Optional.of(EndReason.BUSY),
                                none.card(),
                                none.consult(),
                                none.slot(),
                                none.with(),
                                none.recording())
                        : none);
    }

    private static CallView view(boolean incoming, CallView.State state, CallView.Details details) {
        return new CallView(
                CALL,
                new LegId("c-1-1"),
                new PersonId("alice"),
                incoming,
                state,
                new CallView.Party("Bob", "102", incoming ? "Sales" : "", false),
                new CallView.Times(Instant.parse("2026-11-23T10:00:00Z"), Optional.empty()),
                details);
    }

    private static Object[] of(String name, long seq, ServerMessage message) {
        return new Object[] {name, seq, message};
    }
}
