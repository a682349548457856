package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FakeCallDesk;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Phones;
import tools.jackson.databind.JsonNode;

class PhoneSocketIT {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void foreignAndMissingOriginsAreRefusedBeforeTheUpgrade() {
        Browser alice = Browser.signedIn(server, "alice");

        assertThat(PhoneClient.refusal(alice, "https://evil.example")).isEqualTo(403);
        assertThat(PhoneClient.refusal(alice, "")).isEqualTo(403);
        assertThat(PhoneClient.refusal(alice, "null")).isEqualTo(403);
    }

    @Test
    void strangersAreRefused() {
        Browser stranger = new Browser(server);

        assertThat(PhoneClient.refusal(stranger, stranger.origin())).isEqualTo(401);
    }

    @Test
    void welcomeTellsPersonCompanyAndDirectory() {
        Browser alice = Browser.signedIn(server, "alice");
        try (PhoneClient phone = PhoneClient.open(alice)) {
            phone.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + alice.ticket() + "\"}");

            JsonNode welcome = phone.await("welcome");
            assertThat(welcome.path("seq").asLong()).isEqualTo(1);
            assertThat(welcome.path("me").path("extension").asString()).isEqualTo("101");
            assertThat(welcome.path("company").path("country").asString()).isEqualTo("FR");
            assertThat(welcome.path("company").path("demo").asBoolean()).isTrue();
            assertThat(welcome.path("directory")).hasSize(2);
        }
    }

    @Test
    void ticketIsGoodOnceAndForItsOwnSessionOnly() {
        Browser alice = Browser.signedIn(server, "alice");
        Browser bob = Browser.signedIn(server, "bob");
        String ticket = alice.ticket();
        try (PhoneClient thief = PhoneClient.open(bob);
                PhoneClient phone = PhoneClient.open(alice)) {
            thief.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + ticket + "\"}");
            assertThat(thief.answer(1).path("code").asString()).isEqualTo("not-logged-in");
            assertThat(thief.closeCode()).isEqualTo(4001);

            phone.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + ticket + "\"}");
            assertThat(phone.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void requestBeforeHelloIsRefused() {
        try (PhoneClient phone = PhoneClient.open(Browser.signedIn(server, "alice"))) {
            phone.send("{\"type\":\"hold\",\"id\":1,\"call\":\"c-1\"}");

            assertThat(phone.answer(1).path("code").asString()).isEqualTo("not-logged-in");
            assertThat(phone.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void badMessagesAreAnsweredAndTheLineStaysOpen() {
        try (PhoneClient phone = PhoneClient.welcomed(Browser.signedIn(server, "alice"))) {
            phone.send("hello?");
            JsonNode noJson = phone.await("error");
            assertThat(noJson.path("code").asString()).isEqualTo("not-json");
            assertThat(noJson.path("id").isNull()).isTrue();

            phone.send("{\"type\":\"dance\",\"id\":2}");
            assertThat(phone.answer(2).path("code").asString()).isEqualTo("unknown-type");
            phone.send("{\"type\":\"call\",\"id\":3,\"to\":\"102\"}");
            assertThat(phone.answer(3).path("code").asString()).isEqualTo("bad-message");
            phone.send("{\"type\":\"hold\",\"id\":4,\"call\":\"c-99\"}");
            assertThat(phone.answer(4).path("code").asString()).isEqualTo("no-such-call");
            phone.send("{\"type\":\"call\",\"id\":5,\"to\":\"102\",\"sdp\":\"\"}");
            assertThat(phone.answer(5).path("code").asString()).isEqualTo("bad-sdp");
        }
    }

    @Test
    void messageOneOctetTooLongClosesTheLine() {
        try (PhoneClient phone = PhoneClient.welcomed(Browser.signedIn(server, "alice"))) {
            phone.sendInParts("x".repeat(16_384), 4, "x");

            assertThat(phone.closeCode()).isEqualTo(1009);
        }
    }

    /**
     * No time passes, so exactly 100 messages are followed (hello is the first), 200 are refused,
     * and the next one closes. It is the last one sent: nothing is left unread at the server, so
     * that TCP delivers its reason instead of a reset.
     */
    @Test
    void messagesWithoutPauseAreRefusedAndThenCloseTheLine() {
        String hold = "{\"type\":\"hold\",\"id\":%d,\"call\":\"c-99\"}";
        Browser alice = Browser.signedIn(server, "alice");
        server.clock().stop();
        try (PhoneClient phone = PhoneClient.welcomed(alice)) {
            for (int id = 2; id <= 300; id++) {
                phone.send(hold.formatted(id));
            }
            assertThat(phone.answer(101).path("code").asString()).isEqualTo("rate-limited");
            assertThat(phone.answer(300).path("code").asString()).isEqualTo("rate-limited");

            phone.send(hold.formatted(301));
            assertThat(phone.closeCode()).isEqualTo(4003);
        } finally {
            server.clock().goOn();
        }
    }

    @Test
    void onePageTooManyIsToldAndClosedAndAPageThatLeavesMakesRoom() {
        Browser bob = Browser.signedIn(server, "bob");
        List<PhoneClient> pages =
                Stream.generate(() -> PhoneClient.welcomed(bob)).limit(20).toList();
        try (PhoneClient tooMany = PhoneClient.open(bob)) {
            tooMany.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + bob.ticket() + "\"}");
            assertThat(tooMany.answer(1).path("code").asString()).isEqualTo("too-many-pages");
            assertThat(tooMany.closeCode()).isEqualTo(4005);

            pages.getFirst().send("{\"type\":\"leaving\",\"id\":2}");
            assertThat(pages.getFirst().closeCode()).isEqualTo(1000);
            PhoneClient.welcomed(bob).close();
        } finally {
            pages.forEach(PhoneClient::close);
        }
    }

    @Test
    void socketsThatSayNothingAreLimitedToo() {
        Browser carol = Browser.signedIn(server, "carol");
        untilNoSocketIsOpen();
        List<PhoneClient> silent =
                Stream.generate(() -> PhoneClient.open(carol)).limit(40).toList();
        try (PhoneClient tooMany = PhoneClient.open(carol)) {
            assertThat(tooMany.await("error").path("code").asString()).isEqualTo("too-many-pages");
            assertThat(tooMany.closeCode()).isEqualTo(4005);

            PhoneClient last = silent.getLast();
            last.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + carol.ticket() + "\"}");
            last.await("welcome");
        } finally {
            silent.forEach(PhoneClient::close);
        }
    }

    /** The sockets of the tests before are closed, but the server may not have noticed yet. */
    private static void untilNoSocketIsOpen() {
        Switchboard switchboard = server.bean(Switchboard.class);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Long.valueOf(0).equals(switchboard.counters().get("sockets_now"))) {
            assertThat(System.nanoTime()).as("sockets are closed").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Test
    void callsAreForwardedInOrderAndAnsweredOnce() {
        Browser alice = Browser.signedIn(server, "alice");
        try (PhoneClient phone = PhoneClient.welcomed(alice)) {
            phone.send("{\"type\":\"call\",\"id\":2,\"to\":\"102\",\"sdp\":\"offer\"}");
            JsonNode placed = phone.answer(2);
            assertThat(placed.path("sdp").asString()).isEqualTo("answer to offer");
            assertThat(placed.path("call").path("state").asString()).isEqualTo("calling");
            assertThat(placed.path("call").path("media").asString()).isEqualTo("here");

            phone.send("{\"type\":\"digits\",\"id\":3,\"call\":\"c-1\",\"digits\":\"12#\"}");
            phone.send("{\"type\":\"hang-up\",\"id\":4,\"call\":\"c-1\"}");
            assertThat(phone.answer(4).path("type").asString()).isEqualTo("reply");
            assertThat(server.desk().asked())
                    .containsSubsequence(
                            "alice calls 102", "alice presses 12#", "alice hangs up c-1");
        }
    }

    @Test
    void viewsReachAllPagesOfThePersonAndNobodyElse() {
        try (PhoneClient here = PhoneClient.welcomed(Browser.signedIn(server, "carol"));
                PhoneClient there = PhoneClient.welcomed(Browser.signedIn(server, "carol"))) {
            server.bean(Phones.class).show(FakeCallDesk.view("carol", true, State.RINGING));

            for (PhoneClient page : new PhoneClient[] {here, there}) {
                JsonNode call = page.await("call").path("call");
                assertThat(call.path("state").asString()).isEqualTo("ringing");
                assertThat(call.path("party").path("via").asString()).isEqualTo("Sales");
            }
        }
    }

    @Test
    void reachableIsWhoAnsweredAProbeAndCanRing() {
        Phones phones = server.bean(Phones.class);
        PersonId bob = new PersonId("bob");
        try (PhoneClient phone = PhoneClient.welcomed(Browser.signedIn(server, "bob"))) {
            String nonce = phone.await("probe").path("nonce").asString();
            assertThat(phones.reachable(bob)).isFalse();

            phone.send(
                    "{\"type\":\"probed\",\"id\":2,\"nonce\":\"%s\",\"canRing\":true}"
                            .formatted(nonce));
            phone.await(message -> message.path("reachable").asBoolean());
            assertThat(phones.reachable(bob)).isTrue();

            phone.send("{\"type\":\"availability\",\"id\":3,\"available\":false}");
            phone.await(message -> message.path("available").isBoolean());
            assertThat(phones.reachable(bob)).isFalse();
            phone.send("{\"type\":\"availability\",\"id\":4,\"available\":true}");
            phone.answer(4);
        }
    }

    @Test
    void whoWatchesPeopleSeesThatAColleagueCanBeReachedAndNoLonger() {
        try (PhoneClient phone = PhoneClient.welcomed(Browser.signedIn(server, "alice"))) {
            phone.send("{\"type\":\"watch-people\",\"id\":2,\"on\":true}");
            assertThat(phone.answer(2).path("type").asString()).isEqualTo("reply");
            JsonNode all = phone.await("people");
            assertThat(all.path("anew").asBoolean()).isTrue();
            assertThat(all.path("people")).hasSize(3);

            try (PhoneClient carol = PhoneClient.welcomed(Browser.signedIn(server, "carol"))) {
                String nonce = carol.await("probe").path("nonce").asString();
                carol.send(
                        "{\"type\":\"probed\",\"id\":2,\"nonce\":\"%s\",\"canRing\":true}"
                                .formatted(nonce));
                phone.await(message -> presenceOf("103", message).equals("available"));
                carol.send("{\"type\":\"leaving\",\"id\":3}");
                phone.await(message -> presenceOf("103", message).equals("asleep"));
            }
        }
    }

    private static String presenceOf(String extension, JsonNode message) {
        return message.path("people")
                .valueStream()
                .filter(one -> one.path("extension").asString().equals(extension))
                .map(one -> one.path("presence").asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void brokenStreamIsContinuedWithoutALoss() {
        Browser carol = Browser.signedIn(server, "carol");
        PhoneClient phone = PhoneClient.open(carol);
        phone.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + carol.ticket() + "\"}");
        JsonNode welcome = phone.await("welcome");
        phone.breakLine();
        server.bean(Phones.class).show(FakeCallDesk.view("carol", true, State.RINGING));
        try (PhoneClient again = PhoneClient.open(carol)) {
            again.send(
                    "{\"type\":\"hello\",\"id\":2,\"ticket\":\"%s\",\"resume\":{\"token\":\"%s\",\"lastSeq\":%d}}"
                            .formatted(
                                    carol.ticket(),
                                    welcome.path("token").asString(),
                                    welcome.path("seq").asLong()));

            assertThat(again.await("call").path("call").path("id").asString()).isEqualTo("c-1");
            JsonNode resumed = again.await("welcome");
            assertThat(resumed.path("resumed").asBoolean()).isTrue();
            assertThat(resumed.path("page")).isEqualTo(welcome.path("page"));
        }
        phone.close();
    }

    @Test
    void signingOutClosesThePagesOfThatSession() {
        Browser alice = Browser.signedIn(server, "alice");
        try (PhoneClient phone = PhoneClient.welcomed(alice)) {
            alice.submit("/login", "/logout", Map.of());

            assertThat(phone.await("goodbye").path("reason").asString()).isEqualTo("signed-out");
            assertThat(phone.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void signingInAnewClosesThePagesOfTheOneBefore() {
        Browser browser = Browser.signedIn(server, "alice");
        try (PhoneClient phone = PhoneClient.welcomed(browser)) {
            browser.signIn("bob", "sonnerie-demo");

            assertThat(phone.await("goodbye").path("reason").asString()).isEqualTo("signed-out");
            assertThat(phone.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void pageThatLeavesIsToldToTheDesk() {
        try (PhoneClient phone = PhoneClient.welcomed(Browser.signedIn(server, "bob"))) {
            phone.send("{\"type\":\"leaving\",\"id\":2}");

            assertThat(phone.closeCode()).isEqualTo(1000);
        }
    }
}
