package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.Audience;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;

/** Rooms, over real sockets. */
@ParameterizedClass
@ValueSource(ints = {1, 4})
class ConferenceIT {
    private static final RoomId ROOM = new RoomId("room-400");

    private final Relay relay;

    ConferenceIT(int threads) {
        relay = new Relay(threads);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void eachOfThreeHearsTheOtherTwoAndNotHimself() {
        try (BrowserPeer alice = relay.browser("alice", 700);
                BrowserPeer bob = relay.browser("bob", 1_100);
                TrunkPeer carrier = relay.trunk("carrier", Codec.PCMA, 500)) {
            enter("alice", "bob", "carrier");

            Await.until("alice", () -> alice.heard().hears(1_100) && alice.heard().hears(500));
            Await.until("bob", () -> bob.heard().hears(700) && bob.heard().hears(500));
            Await.until("carrier", () -> carrier.heard().hears(700));
            Await.until("carrier", () -> carrier.heard().hears(1_100));
            Await.until("alice not herself", () -> alice.heard().hearsNot(700));
            Await.until("bob not himself", () -> bob.heard().hearsNot(1_100));
            Await.until("carrier not itself", () -> carrier.heard().hearsNot(500));

            relay.submit(new MediaCommand.Mute(new EndpointId("bob"), true));
            Await.until("bob muted", () -> alice.heard().hearsNot(1_100));
            relay.submit(new MediaCommand.Close(new EndpointId("carrier")));
            long packets = alice.heard().packets();
            Await.until("silence", () -> alice.heard().packets() > packets + 1);
            assertThat(relay.count("rooms_now")).isEqualTo(1);
        }
        for (String who : List.of("alice", "bob")) {
            relay.submit(new MediaCommand.Close(new EndpointId(who)));
        }
        Await.until("room closed", () -> relay.count("rooms_now") == 0);
        assertThat(relay.count("endpoints_now")).isZero();
    }

    @Test
    void anyNumberOfSilentListenersCostsOneEncoding() {
        try (BrowserPeer talker = relay.browser("talker", 700);
                BrowserPeer one = silent(relay.browser("one", 900));
                BrowserPeer two = silent(relay.browser("two", 1_100));
                BrowserPeer three = silent(relay.browser("three", 1_300))) {
            enter("talker", "one", "two", "three");
            Await.until("all hear", () -> hear(700, one, two, three));
            long entered = relay.ticks();
            Await.until("hangover of the others", () -> relay.ticks() > entered + 60);
            Await.until("nobody else talks", () -> talker.heard().loudness() < 20);

            long ticks = relay.ticks();
            long decodings = relay.count("decodings");
            long encodings = relay.count("conference_encodings_total");
            Await.until("a second", () -> relay.ticks() >= ticks + 50);
            long made = relay.count("conference_encodings_total") - encodings;
            long passed = relay.ticks() - ticks;

            assertThat(made).isBetween(passed - 5, passed + 5);
            assertThat(relay.count("decodings") - decodings).isBetween(passed - 5, passed + 5);
        }
    }

    @Test
    void aToneIsPlayedToEverybody() {
        try (TrunkPeer one = relay.trunk("one", Codec.PCMA, 500);
                TrunkPeer two = relay.trunk("two", Codec.PCMU, 600)) {
            one.silent(true);
            two.silent(true);
            enter("one", "two");
            Await.until("in the room", () -> relay.count("rooms_now") == 1);
            Await.until("quiet", () -> one.heard().loudness() < 20);

            relay.submit(
                    new MediaCommand.PlayInRoom(
                            ROOM,
                            List.of(
                                    new Sound.Prompt("en", "conference-welcome"),
                                    new Sound.Tone(Sound.ToneKind.ENTER, "FR"))));

            Await.until("one hears", () -> one.heard().loudness() > 100);
            Await.until("two hears", () -> two.heard().loudness() > 100);
        }
    }

    @Test
    void oneWhoListensIsHeardByNobodyOrByOneOrByAll() {
        try (BrowserPeer agent = relay.browser("agent", 700);
                TrunkPeer caller = relay.trunk("caller", Codec.PCMA, 500);
                BrowserPeer supervisor = relay.browser("supervisor", 1_100)) {
            enter("agent", "caller");
            attend(new Audience.Nobody());
            Await.until("both", () -> hear(700, supervisor) && hear(500, supervisor));
            Await.until("they talk", () -> hear(500, agent) && caller.heard().hears(700));
            assertThat(agent.heard().hearsNot(1_100)).isTrue();
            assertThat(caller.heard().hearsNot(1_100)).isTrue();

            attend(new Audience.OnlyOne(new EndpointId("agent")));
            Await.until("whispered", () -> hear(1_100, agent) && hear(500, agent));
            long packets = caller.heard().packets();
            Await.until("half a second", () -> caller.heard().packets() > packets + 25);
            assertThat(caller.heard().hearsNot(1_100)).isTrue();
            assertThat(caller.heard().hears(700)).isTrue();
            Await.until("still both", () -> hear(700, supervisor) && hear(500, supervisor));

            agent.silent(true);
            Await.until("silent", () -> supervisor.heard().hearsNot(700));
            Await.until("whispered to who is silent", () -> hear(1_100, agent));
            agent.silent(false);

            attend(new Audience.Everybody());
            Await.until("all hear", () -> hear(1_100, agent) && caller.heard().hears(1_100));

            attend(new Audience.Nobody());
            Await.until("agent", () -> agent.heard().hearsNot(1_100) && hear(500, agent));
            Await.until("caller", () -> caller.heard().hearsNot(1_100));
        }
    }

    private void attend(Audience audience) {
        relay.hear("supervisor", new Hearing.Room(ROOM, audience));
    }

    private static BrowserPeer silent(BrowserPeer peer) {
        peer.silent(true);
        return peer;
    }

    private static boolean hear(int hertz, BrowserPeer... peers) {
        for (BrowserPeer peer : peers) {
            if (!peer.heard().hears(hertz)) {
                return false;
            }
        }
        return true;
    }

    private void enter(String... who) {
        for (String one : who) {
            relay.hear(one, new Hearing.Room(ROOM));
        }
    }
}
