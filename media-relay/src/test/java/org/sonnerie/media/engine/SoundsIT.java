package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.PlayId;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;

/** Prompts, tones, music and keys, over real sockets. */
@ParameterizedClass
@ValueSource(ints = {1, 2})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoundsIT {
    private static final Sound SHORT = new Sound.Tone(Sound.ToneKind.ENTER, "FR"); // ends by itself

    @Parameter private int threads;
    private Relay relay;

    @BeforeParameterizedClassInvocation
    void start() {
        relay = new Relay(threads);
    }

    @AfterParameterizedClassInvocation
    void stop() {
        relay.close();
    }

    @Test
    void holdMusicCostsNoEncodingAndTheVoiceComesBackInTheSameStream() {
        try (BrowserPeer _ = relay.browser("alice", 700);
                BrowserPeer bob = relay.browser("bob", 1_100)) {
            relay.bridge("alice", "bob");
            Await.until("alice heard", () -> bob.heard().hears(700));
            long encodings = relay.count("encodings");

            relay.hear("bob", programme("hold", new Sound.Music("default")));
            relay.hear("alice", new Hearing.Nothing());
            Await.until("no voice", () -> bob.heard().hearsNot(700));
            Await.until("music", () -> bob.heard().loudness() > 200);

            relay.bridge("alice", "bob");
            Await.until("alice heard again", () -> bob.heard().hears(700));
            assertThat(bob.heard().sources()).isEqualTo(1);
            assertThat(bob.heard().missing()).isZero();
            assertThat(bob.heard().backwards()).isZero();
            assertThat(bob.heard().fault()).isNull();
            assertThat(relay.count("encodings")).isEqualTo(encodings);
        }
    }

    @Test
    void aCarrierHearsAPromptToItsEnd() {
        try (TrunkPeer carrier = relay.trunk("prompt", Codec.PCMU, 500)) {
            PlayId play = new PlayId("p1");
            List<Sound> sounds =
                    List.of(new Sound.Prompt("en", "conference-pin-wrong"), new Sound.Pause(100));

            relay.hear("prompt", new Hearing.Programme(play, sounds, false));

            Await.until("speech", () -> carrier.heard().loudness() > 200);
            relay.awaitEvent(new MediaEvent.PlayEnded(new EndpointId("prompt"), play));
            Await.until("silence", () -> carrier.heard().loudness() < 20);
            assertThat(carrier.heard().missing()).isZero();
        }
    }

    @Test
    void theSameProgrammeCanBePlayedAgainOnceItIsOver() {
        try (TrunkPeer _ = relay.trunk("again", Codec.PCMA, 500)) {
            PlayId play = new PlayId("p2");
            for (int i = 0; i < 2; i++) {
                relay.hear("again", new Hearing.Programme(play, List.of(SHORT), false));
                relay.awaitEvent(new MediaEvent.PlayEnded(new EndpointId("again"), play));
            }
        }
    }

    @Test
    void aRingBackToneIsHeardAtItsFrequency() {
        try (TrunkPeer carrier = relay.trunk("ring", Codec.PCMA, 900)) {
            relay.hear("ring", programme("t", new Sound.Tone(Sound.ToneKind.RING_BACK, "FR")));

            Await.until("440 Hz", () -> carrier.heard().amplitude(440) > 500);
        }
    }

    @Test
    void keysAreToldOnceAndGoOnToTheOtherSide() {
        try (BrowserPeer alice = relay.browser("keys-a", 700);
                TrunkPeer carrier = relay.trunk("keys-t", Codec.PCMA, 500)) {
            relay.bridge("keys-a", "keys-t");
            Await.until("carrier heard", () -> alice.heard().hears(500));

            carrier.press("12#");
            for (char key : "12#".toCharArray()) {
                relay.awaitEvent(new MediaEvent.DigitPressed(new EndpointId("keys-t"), key));
            }
            Await.until("keys at the browser", () -> alice.heard().keys().equals("12#"));

            alice.press("*5");
            Await.until("keys at the carrier", () -> carrier.heard().keys().equals("*5"));
            relay.awaitEvent(new MediaEvent.DigitPressed(new EndpointId("keys-a"), '*'));

            relay.submit(new MediaCommand.SendDigits(new EndpointId("keys-t"), "99"));
            Await.until("digits sent", () -> carrier.heard().keys().equals("*599"));
            Await.until("voice again", () -> carrier.heard().hears(700));
            assertThat(carrier.heard().backwards()).isZero();
        }
    }

    @Test
    void aMutedVoiceIsNotPassedOn() {
        try (BrowserPeer _ = relay.browser("mute-a", 700);
                BrowserPeer bob = relay.browser("mute-b", 1_100)) {
            relay.bridge("mute-a", "mute-b");
            Await.until("alice heard", () -> bob.heard().hears(700));
            long before = relay.count("rtp_relayed");

            relay.submit(new MediaCommand.Mute(new EndpointId("mute-a"), true));
            long packets = bob.heard().packets();
            Await.until("bob is relayed on", () -> relay.count("rtp_relayed") > before + 20);
            assertThat(bob.heard().packets()).isLessThan(packets + 10);

            relay.submit(new MediaCommand.Mute(new EndpointId("mute-a"), false));
            Await.until("alice heard again", () -> bob.heard().packets() > packets + 30);
            assertThat(bob.heard().missing()).isZero();
        }
    }

    private static Hearing programme(String play, Sound sound) {
        return new Hearing.Programme(new PlayId(play), List.of(sound), true);
    }
}
