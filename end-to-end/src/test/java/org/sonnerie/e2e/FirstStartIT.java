package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.Child;
import org.sonnerie.e2e.product.Sonnerie;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Tone;

/** The launcher, as the README says. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class FirstStartIT {
    private static final Pattern PHONE = Pattern.compile("Phone: +(http://\\S+)/phone");

    private static final Tone RING_BACK = Tone.of(440);
    private static final int SPEECH_FRAMES = 5;

    @TempDir private Path folder;

    @Test
    void runDemoPrintsWhereThePhoneIsAndTheFirstCallIsThereWithinASecond(Stage stage) {
        Child run =
                stage.opened(
                        Child.start(
                                Sonnerie.root(),
                                folder.resolve("log"),
                                environment(),
                                List.of("./pbx", "run", "--demo")));
        String address = Await.untilPresent("the ready line", () -> phoneAddress(run));
        assertThat(run.printed()).contains("Sonnerie is ready", "Admin:", "Health:", "SIP:");

        PhonePage alice = stage.phone(ALICE, address);
        PhonePage bob = stage.phone(BOB, address);
        Listener atAlice = stage.listen(alice);
        alice.watch().forClick();
        bob.watch().forRinging();
        alice.calls("102");
        Instant rang = bob.watch().rangAt();
        assertWithinASecond("from Call to ringing", alice.watch().clickedAt(), rang);

        bob.watch().forClick();
        bob.answers();
        Instant aliceHeard = bob.watch().firstSoundAt();
        Instant bobHeard = alice.ear().heardAt(firstSpeech(alice, atAlice)).orElseThrow();
        Instant answered = bob.watch().clickedAt();
        assertWithinASecond("from Answer to Alice's voice at Bob", answered, aliceHeard);
        assertWithinASecond("from Answer to Bob's voice at Alice", answered, bobHeard);
        stage.listen(bob).untilOnly("alice");
        stage.listen(alice).untilOnly("bob");
        alice.press("Hang up");
        bob.awaitState("Ended");
    }

    /**
     * Where at Alice the ring-back tone has given way to something else for a tenth of a second.
     */
    private static int firstSpeech(PhonePage alice, Listener atAlice) {
        atAlice.untilOnly("bob");
        return RING_BACK.firstOther(alice.ear().recording(), SPEECH_FRAMES);
    }

    private static void assertWithinASecond(String what, Instant from, Instant to) {
        assertThat(Duration.between(from, to))
                .as(what)
                .isBetween(Duration.ZERO, Duration.ofSeconds(1));
    }

    private static Optional<String> phoneAddress(Child run) {
        Matcher line = PHONE.matcher(run.printed());
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private Map<String, String> environment() {
        Map<String, String> env = new HashMap<>();
        for (String name : List.of("HTTP", "HTTPS", "MANAGEMENT", "SIP", "SIPS", "MEDIA")) {
            env.put("SONNERIE_" + name + "_PORT", "0");
        }
        env.put("SONNERIE_JAR", "as-is");
        env.put("SONNERIE_TRUNK_MEDIA_PORTS", "0-0");
        env.put("SONNERIE_DATA", folder.resolve("data").toString());
        return env;
    }
}
