package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.PlayId;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Chirps;
import org.sonnerie.media.fake.Keypad;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.Speech;
import org.sonnerie.media.fake.TrunkPeer;

/** Carriers whose keys are nothing but tones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InBandKeysIT {
    private static final Speech SILENCE = (pcm, _) -> Arrays.fill(pcm, (short) 0);
    private static final String ALL = "1234567890*#";
    private static final String EVENT_LINES = "(?m)^a=rtpmap:\\d+ telephone-event.*\\R";

    private Relay relay;

    @BeforeAll
    void start() {
        relay = new Relay();
    }

    @AfterAll
    void stop() {
        relay.close();
    }

    @Test
    void keysAreHeardDuringAPrompt() {
        Keypad keypad = new Keypad(new Chirps(1));
        try (TrunkPeer carrier = relay.trunkWithoutEvents("menu", Codec.PCMA, keypad)) {
            relay.hear(
                    "menu",
                    new Hearing.Programme(
                            new PlayId("p"),
                            List.of(new Sound.Prompt("en", "menu-welcome")),
                            true));
            keypad.press(ALL);
            Await.until("all keys", () -> keys("menu").length() >= ALL.length());

            assertThat(keys("menu")).isEqualTo(ALL);
            assertThat(carrier.failure()).isNull();
        }
    }

    @Test
    void keysAreHeardInARoomAndWhileNobodyHearsTheEndpoint() {
        Keypad keypad = new Keypad(new Chirps(2));
        try (TrunkPeer carrier = relay.trunkWithoutEvents("room", Codec.PCMU, keypad)) {
            keypad.press("246");
            Await.until("keys", () -> keys("room").equals("246"));
            relay.hear("room", new Hearing.Room(new RoomId("r")));
            relay.submit(new MediaCommand.Mute(new EndpointId("room"), true));
            keypad.press("810#");
            Await.until("keys", () -> keys("room").equals("246810#"));
            assertThat(carrier.failure()).isNull();
        }
    }

    @Test
    void aToneGoesOnAsAnEventToWhoTakesEvents() {
        Keypad keypad = new Keypad(new Chirps(3));
        try (TrunkPeer old = relay.trunkWithoutEvents("old", Codec.PCMA, keypad);
                TrunkPeer modern = relay.trunk("modern", Codec.PCMA, 500)) {
            relay.bridge("old", "modern");
            keypad.press("5309");
            Await.until("keys", () -> modern.heard().keys().equals("5309"));
            assertThat(keys("old")).isEqualTo("5309");
            assertThat(old.failure()).isNull();
        }
    }

    @Test
    void keysForItBecomeTones() {
        try (TrunkPeer old = relay.trunkWithoutEvents("tones", Codec.PCMA, new Keypad(SILENCE));
                BrowserPeer alice = relay.browser("alice", 700)) {
            relay.bridge("tones", "alice");
            Await.until("alice heard", () -> old.heard().hears(700));
            relay.hear("tones", new Hearing.Itself());
            Await.until("alice gone", () -> old.heard().hearsNot(700));
            relay.submit(new MediaCommand.SendDigits(new EndpointId("tones"), "1"));
            Await.until("low", () -> old.heard().amplitude(Keypad.low('1')) > 1_200);
            Await.until("high", () -> old.heard().amplitude(Keypad.high('1')) > 1_200);
            relay.hear("tones", new Hearing.Other(new EndpointId("alice")));
            alice.press("9");
            Await.until("low", () -> old.heard().amplitude(Keypad.low('9')) > 1_200);
            assertThat(keys("tones")).isEmpty();
        }
    }

    /**
     * The page sends its keys by signalling; decoding cost three times all the rest of relaying.
     */
    @Test
    void aBrowserWithoutEventsIsNotDecodedForTones() {
        try (BrowserPeer plain = new BrowserPeer(500);
                BrowserPeer other = relay.browser("usual", 900)) {
            String offer = plain.offer().replaceAll(EVENT_LINES, "");
            assertThat(offer).doesNotContain("telephone-event");
            plain.connect(relay.answer("plain", offer));
            long decodings = relay.count("decodings");
            relay.bridge("plain", "usual");
            Await.until("plain heard", () -> other.heard().hears(500));
            Await.until("usual heard", () -> plain.heard().hears(900));
            assertThat(relay.count("decodings")).isEqualTo(decodings);
        }
    }

    @Test
    void aCallWithEventsIsNotDecodedForTones() {
        try (TrunkPeer one = relay.trunk("one", Codec.PCMA, 500);
                TrunkPeer other = relay.trunk("other", Codec.PCMA, 900)) {
            long decodings = relay.count("decodings");
            relay.bridge("one", "other");
            Await.until("one heard", () -> other.heard().hears(500));
            Await.until("other heard", () -> one.heard().hears(900));
            assertThat(relay.count("decodings")).isEqualTo(decodings);
        }
    }

    private String keys(String who) {
        return relay.events().stream()
                .filter(MediaEvent.DigitPressed.class::isInstance)
                .map(MediaEvent.DigitPressed.class::cast)
                .filter(pressed -> pressed.endpoint().equals(new EndpointId(who)))
                .map(pressed -> String.valueOf(pressed.digit()))
                .collect(Collectors.joining());
    }
}
