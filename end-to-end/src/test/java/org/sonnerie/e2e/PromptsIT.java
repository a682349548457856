package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;
import static org.sonnerie.e2e.Cast.GREETING;
import static org.sonnerie.e2e.Cast.MUSIC;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.e2e.browser.AdminDoor;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.browser.PromptsPage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.sound.WavFile;

/** An admin gives his company a greeting of its own. */
@ExtendWith(Stage.Extension.class)
class PromptsIT {
    private static final String MAIN_NUMBER = "+15550100100";
    private static final String WELCOME = "menu-welcome";
    private static final int RATE_HZ = 44_100;

    @TempDir private Path folder;

    @Test
    void callersHearTheFileThatWasUploadedAndThenTheBuiltInGreetingAgain(Stage stage)
            throws IOException {
        Path file = folder.resolve("welcome.wav");
        WavFile.write(file, CAROL.samples(RATE_HZ), RATE_HZ);
        PromptsPage page = page(stage);
        page.uploads(WELCOME, file);
        stage.listen(calls(stage).line()).untilOnly("carol");

        page.deletes(WELCOME);
        stage.listen(calls(stage).line()).untilOnly(GREETING);
    }

    @Test
    void callersHearWhatWasRecordedInThePage(Stage stage) {
        PromptsPage page = page(stage);
        page.records(WELCOME);
        // Meanwhile somebody else is greeted as before, for as long as the recording takes.
        SoftCall meanwhile = calls(stage);
        stage.listen(meanwhile.line()).untilOnly(GREETING);
        meanwhile.hangUp();
        page.stopsAndSaves(WELCOME);
        stage.listen(calls(stage).line()).untilOnly("bob");
        page.deletes(WELCOME);
    }

    @Test
    void whoeverWaitsHearsTheCompanysOwnMusic(Stage stage) throws IOException {
        Path file = folder.resolve("music.wav");
        WavFile.write(file, CAROL.samples(RATE_HZ), RATE_HZ);
        Page page = stage.opened(stage.browsers().fresh(BOB)).newPage();
        AdminDoor.open(page, stage.sonnerie().address(), "Hold music");
        page.getByLabel("Sound file").setInputFiles(file);
        page.getByText("Use this sound").click();
        page.getByText("A sound of your own").waitFor();
        PhonePage alice = stage.phone(ALICE);
        alice.calls("*44");
        stage.listen(alice).untilOnly("carol");
        alice.press("Hang up");
        alice.awaitNoCall();

        page.getByText("Use the usual music again").click();
        page.getByText("The usual music.").waitFor();
        alice.calls("*44");
        stage.listen(alice).untilOnly(MUSIC);
        alice.press("Hang up");
    }

    private static PromptsPage page(Stage stage) {
        return stage.opened(
                PromptsPage.open(stage.sonnerie().address(), stage.browsers().fresh(BOB)));
    }

    private static SoftCall calls(Stage stage) {
        SoftCall call =
                stage.carrier().call(MAIN_NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
        return call.awaitAnswered();
    }
}
