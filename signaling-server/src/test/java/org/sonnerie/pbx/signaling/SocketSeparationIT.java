package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Offer;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.room.RoomWish;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.HandOn;
import org.sonnerie.pbx.runtime.RoomDesk;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person of one company says everything a page can say, with the ids of calls, rooms, members and
 * pages of another company in which calls go on: nothing of it is there for him, and there nothing
 * changes. The messages are the golden ones; one without a row in {@link #EXPECTED}, and a record
 * without a golden message, fails by name.
 */
class SocketSeparationIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path GOLDEN = Path.of("..", "docs", "protocol");
    private static final CompanyId OTHERS = new CompanyId("other-company");

    /** Stands in each name of the other company, and in none of the first. */
    private static final String MARK = "Zzyzx";

    /** Two talk, one is rung by a third, a fourth is in his room, a fifth waits in a queue. */
    private static final List<String> THEIR_PEOPLE =
            List.of("zz-one", "zz-two", "zz-three", "zz-four", "zz-five", "zz-six");

    private static final List<String> THEIR_NUMBERS =
            List.of("901", "902", "903", "904", "905", "906", "910", "911", "912");
    private static final String PLAN =
            """
            {"company": {"name": "Zzyzx AG", "country": "FR", "language": "en", "timeZone": "Europe/Paris"},
             "people": [%s],
             "groups": [{"id": "zz-group", "name": "Zzyzx Group", "extension": "910", "members": ["zz-two"], "ringSeconds": 20, "voicemail": true}],
             "queues": [{"id": "zz-queue", "name": "Zzyzx Queue", "extension": "911", "agents": ["zz-one"]}],
             "menus": [], "hours": [], "trunks": [],
             "rooms": [{"id": "zz-room", "name": "Zzyzx Room", "extension": "912", "pin": "1234", "owner": "zz-four"}],
             "numbers": [{"number": "+15550199901", "to": "group:zz-group"}],
             "dialling": {"codes": {}, "openCallingCodes": []}}
            """
                    .formatted(
                            THEIR_PEOPLE.stream()
                                    .map(id ->
                                            "{\"id\": \"%s\", \"name\": \"%s %s\", \"extension\": \"%d\", \"ringSeconds\": 300, \"voicemail\": true}"
                                                    .formatted(
                                                            id,
                                                            MARK,
                                                            id,
                                                            901 + THEIR_PEOPLE.indexOf(id)))
                                    .collect(Collectors.joining(", ")));

    private static final String NOT_THERE = "error no-such-call";
    private static final String NOT_IN = "error not-in-room";
    private static final String REPLY = "reply ";

    /** What each type of message is answered with; a reply shows nothing of theirs. */
    private static final Map<String, String> EXPECTED =
            Map.ofEntries(
                    Map.entry("hello", "error bad-message"),
                    Map.entry("call", REPLY),
                    Map.entry("take", NOT_THERE),
                    Map.entry("answer", NOT_THERE),
                    Map.entry("attach", NOT_THERE),
                    Map.entry("decline", NOT_THERE),
                    Map.entry("hang-up", NOT_THERE),
                    Map.entry("hold", NOT_THERE),
                    Map.entry("resume", NOT_THERE),
                    Map.entry("digits", NOT_THERE),
                    Map.entry("record", NOT_THERE),
                    Map.entry("facts", NOT_THERE),
                    Map.entry("transfer", NOT_THERE),
                    Map.entry("to-voicemail", NOT_THERE),
                    Map.entry("consult", NOT_THERE),
                    Map.entry("complete-transfer", NOT_THERE),
                    Map.entry("cancel-transfer", NOT_THERE),
                    Map.entry("join", NOT_THERE),
                    Map.entry("park", NOT_THERE),
                    Map.entry("room-mute-myself", NOT_IN),
                    Map.entry("room-mute", NOT_IN),
                    Map.entry("room-mute-all", NOT_IN),
                    Map.entry("room-remove", NOT_IN),
                    Map.entry("room-admit", NOT_IN),
                    Map.entry("room-lock", NOT_IN),
                    Map.entry("room-listen-only", NOT_IN),
                    Map.entry("room-record", NOT_IN),
                    Map.entry("room-end", NOT_IN),
                    Map.entry("room-invite", NOT_IN),
                    Map.entry("watch-people", REPLY),
                    Map.entry("watch-queues", REPLY),
                    Map.entry("availability", REPLY),
                    Map.entry("probed", REPLY),
                    Map.entry("leaving", REPLY));

    private static final Map<String, PhoneClient> THEIRS = new HashMap<>();
    private static final AtomicLong IDS = new AtomicLong(1);

    private static RunningServer server;
    private static List<String> calls;
    private static String member;
    private static String nonce;

    @BeforeAll
    static void start() {
        server = RunningServer.demoWithCalls();
        server.bean(Companies.class).add(new Company(OTHERS, MARK + " AG"));
        THEIR_PEOPLE.forEach(id ->
                server.bean(People.class)
                        .add(
                                new Account(
                                        new PersonId(id), OTHERS, id, MARK + " " + id, Role.ADMIN),
                                server.bean(PasswordEncoder.class).encode("sonnerie-demo")));
        server.bean(Published.class).publish(OTHERS, PLAN);
        THEIR_PEOPLE.forEach(id -> THEIRS.put(id, phone(id)));
        String talk = connected("zz-one", "902", "zz-two");
        String rings = placed(theirs("zz-three"), "905");
        awaitCall(theirs("zz-five"), "ringing");
        nonce = theirs("zz-five").await("probe").path("nonce").asString();
        String conference = placed(theirs("zz-four"), "912");
        member =
                theirs("zz-four")
                        .await(message ->
                                message.path("type").asString().equals("rooms")
                                        && message.at("/rooms/0/stay").isObject())
                        .at("/rooms/0/stay/member")
                        .asString();
        String waits = placed(theirs("zz-six"), "911");
        theirs("zz-one").send("{\"type\":\"watch-queues\",\"id\":999,\"on\":true}");
        theirs("zz-one").await(message -> message.at("/queues/0/waiting").asInt(0) == 1);
        calls = List.of(talk, rings, conference, waits);
    }

    @AfterAll
    static void stop() {
        THEIRS.values().forEach(PhoneClient::close);
        server.close();
    }

    private static PhoneClient phone(String userName) {
        return PhoneClient.ringing(Browser.signedIn(server, userName));
    }

    private static PhoneClient theirs(String person) {
        return Objects.requireNonNull(THEIRS.get(person));
    }

    /** Calls, and is answered. */
    private static String connected(String caller, String number, String called) {
        PhoneClient phone = theirs(called);
        String call = placed(theirs(caller), number);
        awaitCall(phone, "ringing");
        assertThat(say(phone, "answer", Map.of("call", call)).path("type").asString())
                .isEqualTo("reply");
        awaitCall(theirs(caller), "in-call");
        return call;
    }

    private static String placed(PhoneClient phone, String to) {
        return say(phone, "call", Map.of("to", to)).path("call").path("id").asString();
    }

    /** Says something that has an SDP or needs none, and waits for what is answered. */
    private static JsonNode say(PhoneClient phone, String type, Map<String, String> members) {
        ObjectNode message = JSON.createObjectNode().put("type", type).put("sdp", Offer.TEXT);
        members.forEach(message::put);
        return say(phone, message);
    }

    private static JsonNode say(PhoneClient phone, ObjectNode message) {
        long id = IDS.incrementAndGet();
        phone.send(message.put("id", id).toString());
        return phone.answer(id);
    }

    private static void awaitCall(PhoneClient phone, String state) {
        phone.await(message -> message.at("/call/state").asString("").equals(state));
    }

    private static List<ObjectNode> golden() {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.getFileName().toString().startsWith("client-"))
                    .sorted()
                    .map(file -> (ObjectNode) JSON.readTree(file.toFile()))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("no golden messages", e);
        }
    }

    /** With each of their ids it can have. */
    private static List<ObjectNode> withTheirIds(ObjectNode golden) {
        ObjectNode message = golden.deepCopy();
        Map.of("room", "zz-room", "member", member, "nonce", nonce, "sdp", Offer.TEXT)
                .forEach((name, theirs) -> {
                    if (message.has(name)) {
                        message.put(name, theirs);
                    }
                });
        return message.has("call")
                ? each(message, "call", calls)
                : each(message, "to", THEIR_NUMBERS);
    }

    private static List<ObjectNode> each(ObjectNode message, String member, List<String> values) {
        return message.has(member)
                ? values.stream().map(one -> message.deepCopy().put(member, one)).toList()
                : List.of(message);
    }

    private static String outcome(JsonNode answer) {
        return answer.path("type").asString() + " " + answer.path("code").asString("");
    }

    /** What goes on at theirs. */
    private static List<Object> state() {
        List<Object> state = new ArrayList<>();
        for (String id : THEIR_PEOPLE) {
            PersonId person = new PersonId(id);
            state.add(server.bean(CallDesk.class).calls(person));
            state.add(server.bean(RoomDesk.class).rooms(person));
        }
        state.add(server.bean(Published.class).document(OTHERS));
        return state;
    }

    /** All there is of a sealed family. */
    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SocketSeparationIT::leaves)
                : Stream.of(type);
    }

    private static Class<?> kind(ObjectNode message) {
        return switch (MessageReader.read(message.toString())) {
            case MessageReader.Frame.Good(ClientMessage.Hand hand) -> hand.how().getClass();
            case MessageReader.Frame.Good(ClientMessage.InRoom in) -> in.wish().getClass();
            case MessageReader.Frame.Good(ClientMessage other) -> other.getClass();
            case MessageReader.Frame.Bad bad -> throw new AssertionError(bad + " " + message);
        };
    }

    @Test
    void everyMessageThereIsIsSaid() {
        Set<Class<?>> all =
                Stream.of(ClientMessage.class, HandOn.class, RoomWish.class)
                        .flatMap(SocketSeparationIT::leaves)
                        .filter(type ->
                                !type.equals(ClientMessage.Hand.class)
                                        && !type.equals(ClientMessage.InRoom.class))
                        .collect(Collectors.toSet());

        assertThat(golden().stream().<Class<?>>map(SocketSeparationIT::kind)).containsAll(all);
        assertThat(golden().stream().map(one -> one.path("type").asString()).distinct())
                .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @Test
    void nothingOfAnotherCompanyIsThereForAPageAndNothingChanges() {
        List<Object> before = state();
        Browser alice = Browser.signedIn(server, "alice");
        for (ObjectNode golden : golden()) {
            String type = golden.path("type").asString();
            try (PhoneClient phone = PhoneClient.ringing(alice)) {
                for (ObjectNode message : withTheirIds(golden)) {
                    JsonNode answer = say(phone, message);
                    assertThat(outcome(answer))
                            .as("%s", message)
                            .isEqualTo(
                                    message.has("room")
                                            ? nowhere(phone, message)
                                            : EXPECTED.get(type));
                    assertThat(answer.toString()).as("%s", message).doesNotContain(MARK);
                    forgotten(phone, answer);
                }
                // So that not too many pages of hers are waited for.
                if (!type.equals("leaving")) {
                    phone.send("{\"type\":\"leaving\",\"id\":999999}");
                }
            }
            assertThat(state()).as("after %s", type).isEqualTo(before);
        }

        // The ids are theirs: they themselves are obeyed.
        assertThat(outcome(say(theirs("zz-two"), "hold", Map.of("call", calls.get(0)))))
                .isEqualTo(REPLY);
        assertThat(state()).isNotEqualTo(before);
        assertThat(outcome(say(theirs("zz-two"), "resume", Map.of("call", calls.get(0)))))
                .isEqualTo(REPLY);
    }

    /** What is answered of a room that nobody has. */
    private static String nowhere(PhoneClient phone, ObjectNode message) {
        String outcome = outcome(say(phone, message.deepCopy().put("room", "no-such-room")));
        assertThat(outcome).startsWith("error ");
        return outcome;
    }

    /** Calls of ours to numbers that only they have end at once, and name nobody. */
    private static void forgotten(PhoneClient phone, JsonNode answer) {
        if (answer.has("call")) {
            JsonNode over =
                    phone.await(message ->
                            message.path("call").path("ended").asString("").length() > 0);
            assertThat(over.at("/call/ended").asString()).isEqualTo("unknown-number");
            assertThat(over.toString()).doesNotContain(MARK);
            say(phone, "hang-up", Map.of("call", over.at("/call/id").asString()));
        }
    }

    @Test
    void whoeverWatchesSeesHisOwnCompanyAlone() {
        try (PhoneClient phone = phone("alice")) {
            phone.send("{\"type\":\"watch-people\",\"id\":2,\"on\":true}");
            phone.send("{\"type\":\"watch-queues\",\"id\":3,\"on\":true}");
            assertThat(phone.await("people").toString()).contains("Bob").doesNotContain(MARK);
            assertThat(phone.await("queues").toString()).doesNotContain(MARK);
        }
    }

    @Test
    void ourCallsCannotBeHandedToTheirNumbers() {
        List<Object> before = state();
        try (PhoneClient bob = phone("bob");
                PhoneClient alice = phone("alice")) {
            String call = placed(alice, "102");
            awaitCall(bob, "ringing");
            say(bob, "answer", Map.of("call", call));
            for (String type : List.of("transfer", "consult", "to-voicemail")) {
                for (String number : THEIR_NUMBERS) {
                    JsonNode answer =
                            say(alice, type, Map.of("call", call, "to", number, "note", ""));
                    assertThat(outcome(answer)).as(type).isEqualTo("error unknown-number");
                }
            }
            say(alice, "hang-up", Map.of("call", call));
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aTicketOfTheirsAndTheirStreamAreNotGoodForUs() {
        Browser alice = Browser.signedIn(server, "alice");
        Browser them = Browser.signedIn(server, "zz-six");
        try (PhoneClient open = PhoneClient.open(alice)) {
            open.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + them.ticket() + "\"}");
            assertThat(outcome(open.await("error"))).isEqualTo("error not-logged-in");
            assertThat(open.closeCode()).isEqualTo(4001);
        }
        try (PhoneClient his = PhoneClient.open(them);
                PhoneClient open = PhoneClient.open(alice)) {
            his.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + them.ticket() + "\"}");
            ObjectNode hello =
                    JSON.createObjectNode()
                            .put("type", "hello")
                            .put("id", 1)
                            .put("ticket", alice.ticket());
            hello.putObject("resume")
                    .put("token", his.await("welcome").path("token").asString())
                    .put("lastSeq", 1);
            open.send(hello.toString());
            JsonNode welcome = open.await("welcome");
            assertThat(welcome.path("resumed").asBoolean(true)).isFalse();
            assertThat(welcome.toString()).contains("Bob").doesNotContain(MARK);
            assertThat(outcome(say(his, "availability", Map.of())))
                    .as("his own line goes on")
                    .isEqualTo("error bad-message");
        }
    }
}
