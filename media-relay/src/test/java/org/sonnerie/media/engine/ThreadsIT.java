package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;

/** Several media threads, over real sockets. */
@ParameterizedClass
@ValueSource(ints = {2, 4})
class ThreadsIT {
    private static final int BROWSERS = 8;

    private final Relay relay;
    private final List<BrowserPeer> browsers = new ArrayList<>();

    ThreadsIT(int threads) {
        relay = new Relay(threads);
    }

    @AfterEach
    void stop() {
        browsers.forEach(BrowserPeer::close);
        relay.close();
    }

    private static String name(int browser) {
        return "b" + browser;
    }

    private static int hertz(int browser) {
        return 400 + 150 * browser;
    }

    private BrowserPeer peer(int browser) {
        return browsers.get(browser);
    }

    private void connectAll() {
        for (int i = 0; i < BROWSERS; i++) {
            browsers.add(relay.browser(name(i), hertz(i)));
        }
    }

    /** Each hears the one so far away, and nobody else. */
    private void everybodyHears(int distance) {
        for (int i = 0; i < BROWSERS; i++) {
            int other = i ^ distance;
            BrowserPeer listener = peer(i);
            Await.until(i + " hears " + other, () -> listener.heard().hears(hertz(other)));
            Await.until("to the byte", () -> listener.hearsToTheByte(peer(other)));
            Await.until(
                    "not itself",
                    () -> listener.heard().hearsNot(hertz(browsers.indexOf(listener))));
        }
    }

    private void bridgeAll(int distance) {
        for (int i = 0; i < BROWSERS; i++) {
            relay.hear(name(i), new Hearing.Other(new EndpointId(name(i ^ distance))));
        }
    }

    @Test
    void soundIsHeardWhicheverThreadItComesTo() {
        connectAll();
        bridgeAll(1);
        everybodyHears(1);
        long before = relay.count("rtp_relayed");
        Await.until("sound flows", () -> relay.count("rtp_relayed") > before + 50L * BROWSERS);

        assertThat(relay.count("datagrams_handed_over")).isPositive();
        assertThat(relay.count("drop_hand_over")).isZero();
        assertThat(relay.count("drop_unknown_source")).isZero();
        assertThat(relay.count("drop_replayed")).isZero();
        assertThat(relay.count("failures")).isZero();
    }

    @Test
    void partnersChangeWhileTheyTalk() {
        connectAll();
        for (int distance : List.of(1, 2, 4, 3)) {
            bridgeAll(distance);
            everybodyHears(distance);
        }

        assertThat(relay.count("endpoints_moved")).isPositive();
        for (BrowserPeer browser : browsers) {
            assertThat(browser.heard().sources()).isEqualTo(1);
            assertThat(browser.heard().backwards()).isZero();
            assertThat(browser.heard().fault()).isNull();
        }
        assertThat(relay.count("failures")).isZero();
    }

    @Test
    void aRoomGathersWhoeverEntersIt() {
        RoomId room = new RoomId("all");
        try (BrowserPeer alice = relay.browser("alice", 700);
                BrowserPeer bob = relay.browser("bob", 1_100);
                TrunkPeer carrier = relay.trunk("carrier", Codec.PCMA, 500);
                TrunkPeer other = relay.trunk("other", Codec.PCMU, 1_600)) {
            relay.bridge("alice", "carrier");
            relay.bridge("bob", "other");
            Await.until("bob", () -> bob.heard().hears(1_600));
            Await.until("alice", () -> alice.heard().hears(500));

            for (String who : List.of("alice", "bob", "carrier")) {
                relay.hear(who, new Hearing.Room(room));
            }
            Await.until("alice", () -> alice.heard().hears(1_100) && alice.heard().hears(500));
            Await.until("bob", () -> bob.heard().hears(700) && bob.heard().hearsNot(1_600));
            Await.until("carrier", () -> carrier.heard().hears(700));

            relay.bridge("carrier", "other");
            Await.until("carrier", () -> carrier.heard().hears(1_600));
            Await.until("other", () -> other.heard().hears(500) && other.heard().hearsNot(1_100));
            Await.until("alice", () -> alice.heard().hearsNot(500) && alice.heard().hears(1_100));
            assertThat(relay.count("rooms_now")).isEqualTo(1);
        }
        for (String who : List.of("alice", "bob", "carrier", "other")) {
            relay.submit(new MediaCommand.Close(new EndpointId(who)));
        }
        Await.until("nobody", () -> relay.count("endpoints_now") == 0);
        Await.until("no room", () -> relay.count("rooms_now") == 0);
        Await.until("nobody is kept in mind", () -> relay.placed() == 0);
        assertThat(relay.count("failures")).isZero();
    }

    @Test
    void aSecondNamesEverybodyOnceAndTheEndReachesEverybody() {
        connectAll();
        relay.events().clear();
        Await.until("two seconds", () -> seconds().size() >= 2);

        assertThat(seconds())
                .allSatisfy(second ->
                        assertThat(second.endpoints())
                                .hasSize(BROWSERS)
                                .extracting(facts -> facts.endpoint().text())
                                .doesNotHaveDuplicates());
        relay.close();
        for (BrowserPeer browser : browsers) {
            Await.until("goodbye", browser::closedByRelay);
        }
    }

    private List<MediaEvent.SecondPassed> seconds() {
        return relay.events().stream()
                .filter(MediaEvent.SecondPassed.class::isInstance)
                .map(MediaEvent.SecondPassed.class::cast)
                .toList();
    }
}
