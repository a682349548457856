package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.REVIEW;
import static org.sonnerie.e2e.Cast.VOICEMAIL;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.DecodedSound;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.devices.OutputEar;
import org.sonnerie.e2e.devices.SoundServer;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.sound.Cadence;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Recording;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Second;

/** A message of tones, played as fast as one likes: what comes out of Alice's speaker. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class MessageSpeedIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final Terms TERMS = Terms.of(OUTSIDE);
    private static final int MICROPHONE_HZ = 48_000;
    private static final Cadence MELODY = Cadence.of(450, 600, 750, 600, 1150, 600, 1700, 600);
    private static final int SPOKEN_SECONDS = 6;
    private static final int AUDIBLE = 100;
    private static final int FRAME = Reference.RATE_HZ / 50;

    @Test
    void aMessageIsHeardFasterButWholeAndAtItsPitch(Stage stage) {
        SoundServer computer = stage.opened(SoundServer.start());
        OutputEar speaker = computer.plugSpeaker("Screen");
        computer.plugMicrophone("Desk", ALICE.samples(MICROPHONE_HZ));
        PhonePage alice =
                stage.opened(
                        PhonePage.signIn(
                                "alice",
                                stage.sonnerie().address(),
                                stage.browsers().withDevices(computer.environment(), true)));
        leaveMessage(stage, alice);
        alice.goTo("Voicemail");
        Locator item = alice.page().getByRole(AriaRole.LISTITEM).filter(ofTheCaller()).first();
        double said = seconds(audible(soundOf(newest(alice), alice, stage)));
        assertThat(said).isGreaterThan(SPOKEN_SECONDS - 2);

        assertThat(seconds(played(item, speaker, 1))).isCloseTo(said, within(said / 10));
        alice.chooses("Speed", "1.5 ×");
        assertThat(seconds(played(item, speaker, 1.5))).isCloseTo(said / 1.5, within(said / 15));
        alice.chooses("Speed", "2 ×");
        assertThat(seconds(played(item, speaker, 2))).isCloseTo(said / 2, within(said / 20));
        press(item, "Delete");
        alice.page().waitForCondition(() -> newest(alice).isEmpty());
    }

    /** Plays it to its end and finds the melody, at its pitches, so many times faster. */
    private static short[] played(Locator item, OutputEar speaker, double speed) {
        int from = speaker.recording().size();
        press(item, "Play");
        button(item, "Pause").waitFor();
        Await.until("the end", () -> button(item, "Play").isVisible());
        new Listener(speaker, List.of()).until("silence", 1, Second::isSilent);
        Recording all = speaker.recording();
        short[] heard = audible(all.part(from, all.size() - from));
        assertThat(MELODY.fasterBy(speed).faultIn(heard)).as("at speed " + speed).isEmpty();
        return heard;
    }

    private static void leaveMessage(Stage stage, PhonePage alice) {
        SoftCall call = stage.carrier().call(ALICES_NUMBER, stage.sonnerie().port("sip"), TERMS);
        call.line().says(MELODY.sound());
        alice.press("Decline");
        call.awaitAnswered();
        Listener caller = stage.listen(call.line());
        caller.until("greeted", 1, second -> second.heard().contains(VOICEMAIL));
        call.line().press("#");
        caller.until("the tone is over", SPOKEN_SECONDS, Second::isSilent);
        call.line().press("#");
        caller.until("asked what to do", 1, second -> second.hearsOnly(REVIEW));
        call.line().press("1");
        call.awaitEnded();
        alice.page().waitForCondition(() -> !newest(alice).isEmpty());
    }

    /** What is not silence: a message of tones has none, but a busy machine plays with gaps. */
    private static short[] audible(short[] sound) {
        short[] kept = new short[sound.length];
        int size = 0;
        for (int at = 0; at + FRAME <= sound.length; at += FRAME) {
            double energy = 0;
            for (int i = at; i < at + FRAME; i++) {
                energy += (double) sound[i] * sound[i];
            }
            if (Math.sqrt(energy / FRAME) > AUDIBLE) {
                System.arraycopy(sound, at, kept, size, FRAME);
                size += FRAME;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static double seconds(short[] sound) {
        return (double) sound.length / Reference.RATE_HZ;
    }

    private static short[] soundOf(String id, PhonePage phone, Stage stage) {
        byte[] ogg = phone.page().request().get(path(phone, "/" + id + "/sound")).body();
        return DecodedSound.decode(stage.browsers(), ogg);
    }

    /** Its id; nothing if there is none. */
    private static String newest(PhonePage phone) {
        String body = phone.page().request().get(path(phone, "")).text();
        JsonArray all = JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("messages");
        return all.isEmpty() ? "" : all.get(0).getAsJsonObject().get("id").getAsString();
    }

    private static String path(PhonePage phone, String more) {
        String page = phone.page().url();
        return page.substring(0, page.indexOf("/phone")) + "/phone/voicemail" + more;
    }

    private static Locator.FilterOptions ofTheCaller() {
        return new Locator.FilterOptions().setHasText(TERMS.number());
    }

    private static void press(Locator item, String name) {
        button(item, name).click();
    }

    private static Locator button(Locator item, String name) {
        return item.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
