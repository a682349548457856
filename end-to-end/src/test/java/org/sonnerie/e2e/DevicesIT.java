package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.devices.OutputEar;
import org.sonnerie.e2e.devices.SoundServer;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.sound.Ear;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Recording;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Second;
import org.sonnerie.e2e.sound.Tone;
import org.sonnerie.e2e.sound.Voice;

/**
 * Alice at a computer with several sound devices. What each control does is heard at the other
 * party, or at the speaker it is about.
 */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class DevicesIT {
    private static final int MICROPHONE_HZ = 48_000;
    private static final int SECONDS = 8;
    private static final int GAP_MILLIS = 200;
    private static final Tone RING_LOW = Tone.of(587);
    private static final double FOUR_TIMES_QUIETER = 0.25;
    private static final double LOUDER = 2;
    private static final double PLAIN = 1.4;
    private static final String GAIN = "autoGainControl";

    /** 26 dB: somebody who sits far from the microphone. */
    private static final int FAR_AWAY = 20;

    private static final List<Reference> VOWELS = List.of(Reference.of(ALICE.vowels()));

    @Test
    void aMicrophoneChosenInACallIsHeardWithoutAGap(Stage stage) {
        SoundServer computer = stage.opened(SoundServer.start());
        computer.plugSpeaker("Screen");
        computer.plugMicrophone("Desk", ALICE.steady().samples(MICROPHONE_HZ));
        computer.plugMicrophone("Headset", CAROL.steady().samples(MICROPHONE_HZ));
        PhonePage alice = at(stage, computer, true);
        PhonePage bob = stage.phone(BOB);
        talk(alice, bob);
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");

        int before = bob.ear().recording().size();
        alice.goTo("Devices");
        alice.chooses("Microphone", "Headset");
        atBob.untilOnly("carol");
        int silence = longestSilence(bob.ear().recording(), before);
        assertThat(silence).as("milliseconds without sound").isLessThanOrEqualTo(GAP_MILLIS);

        alice.reload();
        alice.awaitState("In call");
        atBob.fromNow().untilOnly("carol");
    }

    @Test
    void anUnpluggedHeadsetFallsBackAndSaysSoAndIsUsedAgainWhenItIsBack(Stage stage) {
        SoundServer computer = stage.opened(SoundServer.start());
        OutputEar screen = computer.plugSpeaker("Screen");
        OutputEar headset = computer.plugSpeaker("Earphones");
        computer.plugMicrophone("Desk", ALICE.samples(MICROPHONE_HZ));
        computer.plugMicrophone("Headset", CAROL.samples(MICROPHONE_HZ));
        PhonePage alice = at(stage, computer, true);
        PhonePage bob = stage.phone(BOB);
        alice.goTo("Devices");
        alice.chooses("Microphone", "Headset");
        alice.chooses("Speaker", "Earphones");
        talk(alice, bob);
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("carol");
        stage.listen(headset).untilOnly("bob");

        computer.unplug("Headset");
        computer.unplug("Earphones");
        alice.awaitText("“Headset” is not connected");
        alice.awaitText("“Earphones” is not connected");
        atBob.fromNow().untilOnly("alice");
        stage.listen(screen).untilOnly("bob");

        computer.plugMicrophone("Headset", CAROL.samples(MICROPHONE_HZ));
        atBob.fromNow().untilOnly("carol");
        Locator notice = alice.page().getByText("“Headset” is not connected");
        Await.until("no word of it any more", () -> !notice.isVisible());
    }

    @Test
    void callsAreHeardOnTheSpeakerAndRingOnTheRingingDevice(Stage stage) {
        SoundServer computer = stage.opened(SoundServer.start());
        OutputEar screen = computer.plugSpeaker("Screen");
        OutputEar headset = computer.plugSpeaker("Headset");
        computer.plugMicrophone("Desk", ALICE.samples(MICROPHONE_HZ));
        PhonePage alice = at(stage, computer, true);
        alice.goTo("Devices");
        alice.chooses("Speaker", "Headset");
        alice.chooses("Ringing", "Screen");
        alice.press("Play a test sound");
        awaitSound(headset, 0);
        assertThat(isSilent(screen, 0)).isTrue();

        PhonePage bob = stage.phone(BOB);
        int headsetBefore = settled(headset);
        bob.calls("101");
        alice.awaitRinging();
        Await.until("the ring tone on the screen", () -> rings(screen));
        assertThat(isSilent(headset, headsetBefore)).isTrue();

        alice.answers();
        stage.listen(headset).untilOnly("bob");
        stage.listen(screen).until("nothing", second -> second.hearsOnly());
        alice.chooses("Speaker", "Screen");
        stage.listen(screen).untilOnly("bob");
        stage.listen(headset).until("nothing", second -> second.hearsOnly());
    }

    @Test
    void theMeterShowsTheMicrophone(Stage stage) {
        SoundServer computer = stage.opened(SoundServer.start());
        computer.plugSpeaker("Screen");
        computer.plugMicrophone("Desk", ALICE.steady().samples(MICROPHONE_HZ));
        computer.plugMicrophone("Broken", new short[MICROPHONE_HZ]);
        PhonePage alice = at(stage, computer, true);
        alice.goTo("Devices");
        Await.until("a level", () -> level(alice) > 0.5);
        alice.chooses("Microphone", "Broken");
        Await.until("no level", () -> level(alice) < 0.1);
    }

    @Test
    void noiseSuppressionKeepsNoiseFromTheOtherParty(Stage stage) {
        SoundServer computer = stage.opened(SoundServer.start());
        computer.plugSpeaker("Screen");
        computer.plugMicrophone("Desk", noise());
        PhonePage alice = at(stage, computer, false);
        PhonePage bob = stage.phone(BOB);
        alice.goTo("Devices");
        alice.sets("automatic gain", false);
        alice.sets("noise suppression", false);
        alice.sets("echo cancellation", false);
        talk(alice, bob);
        double plain = loudness(stage.listen(bob));
        assertThat(plain).isGreaterThan(100);
        alice.sets("noise suppression", true);
        stage.listen(bob).next(3);
        assertThat(loudness(stage.listen(bob))).isLessThan(FOUR_TIMES_QUIETER * plain);
    }

    @Test
    void automaticGainMakesAQuietVoiceLouderForTheOtherParty(Stage stage) {
        SoundServer computer = stage.opened(SoundServer.start());
        computer.plugSpeaker("Screen");
        computer.plugMicrophone("Desk", farAway(ALICE.vowels()));
        PhonePage alice = at(stage, computer, false);
        PhonePage bob = stage.phone(BOB);
        alice.goTo("Devices");
        alice.sets("automatic gain", false);
        alice.sets("noise suppression", false);
        alice.sets("echo cancellation", false);
        talk(alice, bob);
        Listener atBob = new Listener(bob.ear(), VOWELS);
        atBob.untilOnly("alice");
        double plain = loudness(atBob);
        assertThat(alice.watch().sentWith(GAIN)).isFalse();

        alice.sets("automatic gain", true);
        atBob.until("her voice, louder", saysAlice(rms -> rms > LOUDER * plain));
        assertThat(alice.watch().sentWith(GAIN)).isTrue();
        alice.sets("automatic gain", false);
        atBob.until("her voice as it is", saysAlice(rms -> rms < PLAIN * plain));
        assertThat(alice.watch().sentWith(GAIN)).isFalse();
    }

    @Test
    void echoCancellationKeepsTheOtherPartyFromHearingHimself(Stage stage) {
        SoundServer computer = stage.opened(SoundServer.start());
        computer.plugSpeaker("Screen");
        computer.plugMicrophoneBefore("Desk", "Screen");
        PhonePage alice = at(stage, computer, false);
        PhonePage bob = stage.phone(BOB);
        alice.goTo("Devices");
        alice.sets("automatic gain", false);
        alice.sets("noise suppression", false);
        alice.sets("echo cancellation", false);
        talk(alice, bob);
        stage.listen(bob).untilOnly("bob");
        double plain = loudness(stage.listen(bob));
        alice.sets("echo cancellation", true);
        stage.listen(bob).next(3);
        assertThat(loudness(stage.listen(bob))).isLessThan(FOUR_TIMES_QUIETER * plain);
    }

    private static PhonePage at(Stage stage, SoundServer computer, boolean raw) {
        return stage.opened(
                PhonePage.signIn(
                        "alice",
                        stage.sonnerie().address(),
                        stage.browsers().withDevices(computer.environment(), raw)));
    }

    private static void talk(PhonePage alice, PhonePage bob) {
        alice.calls("102");
        bob.answers();
        alice.awaitState("In call");
    }

    private static double level(PhonePage phone) {
        Object value =
                phone.page()
                        .getByRole(AriaRole.METER, new Page.GetByRoleOptions())
                        .evaluate("meter => meter.value");
        return ((Number) value).doubleValue();
    }

    /** Like a fan: even noise, 26 dB under full scale. */
    private static short[] noise() {
        Random random = new Random(5);
        short[] noise = new short[10 * MICROPHONE_HZ];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 1_600);
        }
        return noise;
    }

    private static Predicate<Second> saysAlice(DoublePredicate rms) {
        return second -> second.hearsOnly("alice") && rms.test(second.rms());
    }

    private static short[] farAway(Voice voice) {
        short[] samples = voice.samples(MICROPHONE_HZ);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (samples[i] / FAR_AWAY);
        }
        return samples;
    }

    /** Of the next seconds. */
    private static double loudness(Listener listener) {
        double sum = 0;
        short[] sound = listener.sound(SECONDS / 2);
        for (short sample : sound) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / sound.length);
    }

    private static int longestSilence(Recording recording, int from) {
        short[] sound = recording.part(from, recording.size() - from);
        int longest = 0;
        int row = 0;
        for (short sample : sound) {
            row = Math.abs(sample) < 50 ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        return longest * 1000 / Reference.RATE_HZ;
    }

    private static boolean rings(OutputEar ear) {
        ear.listen(Duration.ofMillis(100));
        Recording heard = ear.recording();
        int window = Reference.RATE_HZ / 5;
        return heard.size() > window
                && RING_LOW.share(heard.part(heard.size() - window, window)) > 0.5;
    }

    private static int settled(Ear ear) {
        ear.listen(Duration.ofMillis(100));
        return ear.recording().size();
    }

    private static void awaitSound(OutputEar ear, int from) {
        Await.until("sound", () -> !isSilent(ear, from));
    }

    private static boolean isSilent(OutputEar ear, int from) {
        int now = settled(ear);
        for (short sample : ear.recording().part(from, now - from)) {
            if (Math.abs(sample) > 50) {
                return false;
            }
        }
        return true;
    }
}
