package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.NOBODY;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.DecodedSound;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Reference;

/**
 * What is said in words: a caller's language, the directory of names, names in people's own voices,
 * the slot of a parked call.
 */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class DirectoryIT {
    private static final String MAIN_NUMBER = "+15550100100";
    private static final String ALICES_NUMBER = "+15550100101";

    /** 20 ms. */
    private static final int PACKET = Reference.RATE_HZ / 50;

    /** What opusenc puts before a sound: 312 samples of 48 kHz. */
    private static final int PRE_SKIP = Reference.RATE_HZ * 312 / 48_000;

    @Test
    void aCallerChoosesFrenchAndReachesBobByTheLettersOfHisName(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        SoftCall call = call(stage, MAIN_NUMBER);
        Listener ear = new Listener(call.line(), spoken(stage));
        ear.untilOnly("en menu-welcome");
        call.line().press("9");
        ear.untilOnly("fr menu-welcome");
        call.line().press("3");
        ear.untilOnly("fr directory-welcome");
        call.line().press("26");
        ear.until("his extension", 1, second -> second.hearsOnly("fr extension of Bob"));
        ear.untilOnly("fr directory-keys");
        call.line().press("1");
        bob.answers();
        stage.listen(call.line()).untilOnly("bob");
        stage.listen(bob).untilOnly("outside");
        bob.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void whoParksACallHearsItsSlotWhileTheCallerHearsMusic(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCall call = stage.carrier().call(ALICES_NUMBER, sipPort(stage), Terms.of(OUTSIDE));
        alice.answers();
        alice.awaitState("In call");
        Listener ear =
                new Listener(
                        alice.ear(),
                        List.of(
                                said(
                                        stage,
                                        "slot 701",
                                        "en/parked-at",
                                        "en/number-7",
                                        "en/number-0",
                                        "en/number-1")));
        alice.press("Park");
        ear.until("the slot", 1, second -> second.hearsOnly("slot 701"));
        alice.awaitState("Parked on 701");
        stage.listen(call.line()).untilOnly(Cast.MUSIC);
        call.hangUp();
        alice.awaitState("Ended");
    }

    @Test
    void aliceSaysHerNameHerselfInTheDirectoryAndInAConference(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        recordName(alice);
        try {
            isFoundByHerName(stage);
            isAnnouncedByHerName(stage);
        } finally {
            alice.press("Delete: Your name");
            alice.awaitText("not recorded: it is spelled");
        }
    }

    private static void isFoundByHerName(Stage stage) {
        SoftCall call = call(stage, MAIN_NUMBER);
        Listener greeted = new Listener(call.line(), spoken(stage));
        greeted.untilOnly("en menu-welcome");
        call.line().press("3");
        greeted.untilOnly("en directory-welcome");
        Listener caller = new Listener(call.line(), names(stage));
        call.line().press("2542");
        caller.untilOnly("alice");
        caller.until("her extension", 1, second -> second.hearsOnly("extension of Alice"));
        call.hangUp();
    }

    private static void isAnnouncedByHerName(Stage stage) {
        Admin admin = Admin.signIn(stage.sonnerie().address());
        JsonObject plan = admin.plan();
        plan.getAsJsonArray("rooms").get(0).getAsJsonObject().addProperty("announce", "names");
        admin.publish(plan);
        try {
            meet(stage);
        } finally {
            admin.undo();
        }
    }

    /** It ends by itself. */
    private static void recordName(PhonePage alice) {
        alice.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voicemail"))
                .click();
        alice.page().getByText("Greetings and name").click();
        alice.press("Record name");
        alice.press("Save name");
        alice.awaitText("recorded, 00:0");
    }

    /** Whatever Bob hears of Alice is her recorded name: at her own microphone nobody speaks. */
    private static void meet(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        Listener ear = new Listener(bob.ear(), names(stage));
        enters(bob);
        ear.until("asked for his name", 1, second -> second.hearsOnly("say your name"));
        assertThat(ear.whichIsSaid("has joined", "has left")).isEqualTo("has joined");
        PhonePage silent =
                stage.opened(
                        PhonePage.signIn(
                                ALICE.name(),
                                stage.sonnerie().address(),
                                stage.browsers().fresh(NOBODY)));
        enters(silent);
        ear.untilOnly("alice");
        assertThat(ear.whichIsSaid("has joined", "has left")).isEqualTo("has joined");
        silent.press("Hang up");
        ear.untilOnly("alice");
        assertThat(ear.whichIsSaid("has joined", "has left")).isEqualTo("has left");
        bob.press("Hang up");
        bob.awaitState("Ended");
    }

    private static void enters(PhonePage phone) {
        phone.calls("400");
        phone.awaitState("In call");
        phone.presses("246810#");
    }

    private static List<Reference> names(Stage stage) {
        return List.of(
                Reference.of(ALICE),
                Reference.of(BOB),
                said(stage, "say your name", "en/conference-say-name"),
                said(stage, "has joined", "en/conference-joined"),
                said(stage, "has left", "en/conference-left"),
                said(
                        stage,
                        "extension of Alice",
                        "en/directory-extension",
                        "en/number-1",
                        "en/number-0",
                        "en/number-1"));
    }

    private static SoftCall call(Stage stage, String number) {
        return stage.carrier().call(number, sipPort(stage), Terms.of(OUTSIDE)).awaitAnswered();
    }

    private static int sipPort(Stage stage) {
        return stage.sonnerie().port("sip");
    }

    /** What may be heard, in both languages: one must not be taken for the other. */
    private static List<Reference> spoken(Stage stage) {
        return List.of(
                said(stage, "en menu-welcome", "en/menu-welcome"),
                said(stage, "fr menu-welcome", "fr/menu-welcome"),
                said(stage, "en directory-welcome", "en/directory-welcome"),
                said(stage, "fr directory-welcome", "fr/directory-welcome"),
                said(stage, "en directory-keys", "en/directory-keys"),
                said(stage, "fr directory-keys", "fr/directory-keys"),
                said(
                        stage,
                        "fr extension of Bob",
                        "fr/directory-extension",
                        "fr/number-1",
                        "fr/number-0",
                        "fr/number-2"));
    }

    /** Prompts one after another, without a gap: so they are played. */
    private static Reference said(Stage stage, String name, String... prompts) {
        List<short[]> parts =
                Stream.of(prompts)
                        .map(prompt -> DecodedSound.read(stage.browsers(), "prompts/" + prompt))
                        .map(DirectoryIT::inWholePackets)
                        .toList();
        short[] all = new short[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return Reference.ofPrompt(name, all);
    }

    /** The relay plays the packets as they are, a decoder leaves out what is before and behind. */
    private static short[] inWholePackets(short[] decoded) {
        int packets = Math.ceilDiv(PRE_SKIP + decoded.length, PACKET);
        short[] played = new short[packets * PACKET];
        System.arraycopy(decoded, 0, played, PRE_SKIP, decoded.length);
        return played;
    }
}
