package org.sonnerie.pbx.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.media.api.Sound;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.PlayId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.runtime.Media.BadSdp;
import org.sonnerie.pbx.runtime.Media.TrunkSource;
import org.sonnerie.pbx.runtime.fake.FakeMailboxes;
import org.sonnerie.pbx.runtime.fake.FakePrompts;
import org.sonnerie.pbx.runtime.fake.OneCompany;

class RelayMediaTest {
    private final List<MediaCommand> commands = new ArrayList<>();
    private final RelayMedia media =
            new RelayMedia(Recorder::new, FakeMailboxes::new, FakePrompts::new);

    @Test
    void trunkThatIsNotInThePlanFailsTheNegotiationAndNothingElse() {
        var plan = new OneCompany().current(new CompanyId("acme"));
        var source = new TrunkSource(plan, new TrunkId("none"), "127.0.0.1");

        assertThat(media.answerTrunk(new LegId("c-1"), "offer", source))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(BadSdp.class);
        assertThat(commands).isEmpty();
    }

    @Test
    void aPromptOfTheCompanysOwnIsHeardInThePlaceOfABuiltInOne() {
        var plan = new OneCompany().current(new CompanyId("acme"));
        var sounds =
                List.<CallSound>of(
                        new CallSound.Prompt(FakePrompts.NAME),
                        new CallSound.Prompt("menu-invalid"));

        media.hear(plan, new LegId("c-1"), new Hears.Programme(new PlayId("c-p1"), sounds, false));

        assertThat(commands)
                .singleElement()
                .extracting(command ->
                        ((Hearing.Programme) ((MediaCommand.Hear) command).hearing()).sounds())
                .isEqualTo(
                        List.of(
                                new Sound.Recorded(FakePrompts.FILE.toString()),
                                new Sound.Prompt(plan.facts().language(), "menu-invalid")));
    }

    @Test
    void whoeverChoseAnotherLanguageHearsTheOwnPromptOfThatLanguageOrTheBuiltInOne() {
        var plan = new OneCompany().current(new CompanyId("acme"));
        Optional<String> french = Optional.of("fr");

        assertThat(media.prompt(plan, FakePrompts.NAME, french)).contains(FakePrompts.FILE_FR);
        assertThat(media.prompt(plan, "closed", french)).isEmpty();
        assertThat(media.prompt(plan, "closed", Optional.empty())).contains(FakePrompts.FILE);
        assertThat(media.prompt(plan, "closed", Optional.of(plan.facts().language())))
                .contains(FakePrompts.FILE);
    }

    private final class Recorder implements MediaRelay {
        @Override
        public void submit(MediaCommand command) {
            commands.add(command);
        }

        @Override
        public Map<String, Long> counters() {
            return Map.of();
        }

        @Override
        public Set<String> prompts(String language) {
            return Set.of("closed");
        }

        @Override
        public Set<String> languages() {
            return Set.of();
        }

        @Override
        public void close() {}
    }
}
