package org.sonnerie.pbx.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.pbx.prompts.SpeechEngine.Voice;
import org.sonnerie.pbx.prompts.SpeechRefusedException.Why;

/** The program is one of the test's own; what it is given it writes down. */
class SpeechEngineTest {
    @TempDir private Path folder;

    private SpeechEngine engine(String script, Duration patience) throws IOException {
        Path program = folder.resolve("espeak-ng");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Voice voice = new Voice(program, List.of("-f", "TEXT", "-w", "SOUND"));
        return new SpeechEngine(Map.of("en", voice), patience);
    }

    private SpeechEngine engine(String script) throws IOException {
        return engine(script, Duration.ofSeconds(30));
    }

    private static Why refusal(SpeechEngine engine, String text, String language) {
        try {
            engine.speak(text, language);
            throw new AssertionError("it spoke");
        } catch (SpeechRefusedException refused) {
            return refused.why();
        }
    }

    @Test
    void theTextIsInAFileAndNoPartOfItIsAnArgument() throws IOException {
        String text = "-w /etc/x \"$(id)\"; `id` & \u00e9t\u00e9\nnext\u0007";
        SpeechEngine engine = engine("/bin/cat \"$2\" > \"$4\"; printf '%s' \"$*\" > " + args());

        String spoken = new String(engine.speak(text, "en"), StandardCharsets.UTF_8);

        assertThat(spoken).isEqualTo("-w /etc/x \"$(id)\"; `id` & \u00e9t\u00e9 next\n");
        assertThat(Files.readString(args()))
                .matches("-f \\S+text\\.txt -w \\S+sound\\.wav")
                .doesNotContain("id");
        assertThat(Path.of(Files.readString(args()).split(" ", -1)[1]))
                .as("what it was given is put away")
                .doesNotExist();
    }

    private Path args() {
        return folder.resolve("arguments");
    }

    @Test
    void aProgramThatDoesNotEndIsEnded() throws IOException {
        SpeechEngine engine =
                engine("echo $$ > " + args() + "\nexec /bin/sleep 1000", Duration.ofMillis(500));
        assertThat(refusal(engine, "hello", "en")).isEqualTo(Why.TIMED_OUT);
        long pid = Long.parseLong(Files.readString(args()).strip());
        assertThat(
                        ProcessHandle.of(pid)
                                .map(ProcessHandle::onExit)
                                .map(end -> !end.join().isAlive())
                                .orElse(true))
                .isTrue();
    }

    @Test
    void aProgramThatFailsOrMakesNothingIsSaidToHaveFailed() throws IOException {
        assertThat(refusal(engine("exit 3"), "hello", "en")).isEqualTo(Why.FAILED);
        assertThat(refusal(engine("exit 0"), "hello", "en")).isEqualTo(Why.FAILED);
        SpeechEngine gone =
                new SpeechEngine(
                        Map.of("en", new Voice(folder.resolve("none"), List.of())),
                        Duration.ofSeconds(1));
        assertThat(refusal(gone, "hello", "en")).isEqualTo(Why.FAILED);
    }

    @Test
    void whatCannotBeSpokenIsRefusedBeforeTheProgramRuns() throws IOException {
        SpeechEngine engine = engine("echo > " + args());
        assertThat(refusal(engine, " \n", "en")).isEqualTo(Why.NO_TEXT);
        assertThat(refusal(engine, "a".repeat(2_001), "en")).isEqualTo(Why.TEXT_TOO_LONG);
        assertThat(refusal(engine, "hello", "-v")).isEqualTo(Why.NO_VOICE);
        SpeechEngine none = new SpeechEngine(Map.of(), Duration.ofSeconds(1));
        assertThat(refusal(none, "hello", "en")).isEqualTo(Why.NO_ENGINE);
        assertThat(args()).doesNotExist();
    }

    @Test
    void programsAreFoundAlongThePath() throws IOException {
        engine("exit 0");
        assertThat(SpeechPrograms.find("/none:" + folder + ":relative").keySet())
                .containsExactly("en", "fr");
        assertThat(SpeechPrograms.find("")).isEmpty();
        assertThat(SpeechPrograms.find("\0:/none")).isEmpty();
    }
}
