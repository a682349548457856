package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import java.nio.file.Path;
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

/** The launcher, as the README says. */
@ExtendWith(Stage.Extension.class)
class FirstStartIT {
    private static final Pattern PHONE = Pattern.compile("Phone: +(http://\\S+)/phone");

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

        PhonePage alice = signIn(stage, "alice", address);
        PhonePage bob = signIn(stage, "bob", address);
        long clicked = System.nanoTime();
        alice.calls("102");
        bob.awaitRinging();
        long rang = System.nanoTime();
        bob.answers();
        stage.listen(bob).untilOnly("alice");
        assertThat((rang - clicked) / 1_000_000).as("ms from click to ringing").isLessThan(1000);
        alice.press("Hang up");
        bob.awaitState("Ended");
    }

    private static Optional<String> phoneAddress(Child run) {
        Matcher line = PHONE.matcher(run.printed());
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private static PhonePage signIn(Stage stage, String person, String address) {
        var voice = person.equals("alice") ? ALICE : BOB;
        return stage.opened(PhonePage.signIn(person, address, stage.browsers().fresh(voice)));
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
