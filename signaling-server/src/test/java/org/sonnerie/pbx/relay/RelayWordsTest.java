package org.sonnerie.pbx.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.Sound;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;

class RelayWordsTest {
    private static final CompanyPlan FRENCH =
            DemoCompany.plan()
                    .with(new CompanyFacts("Martin", "FR", "fr", ZoneId.of("Europe/Paris")));

    @Test
    void aFrenchCompanyIsHeardInFrench() {
        assertThat(said(FRENCH, new CallSound.Prompt("closed")))
                .containsExactly(new Sound.Prompt("fr", "closed"));
    }

    @Test
    void aCompanysOwnMusicTakesThePlaceOfTheUsualOne() {
        RelayWords.Files own =
                new NoFiles() {
                    @Override
                    public Optional<Path> prompt(
                            CompanyPlan plan, String name, Optional<String> language) {
                        return Optional.of(Path.of("/sounds/" + name + ".opus"));
                    }
                };

        assertThat(RelayWords.sounds(FRENCH, List.of(new CallSound.HoldMusic()), own))
                .containsExactly(new Sound.Recorded("/sounds/hold-music.opus"));
        assertThat(said(FRENCH, new CallSound.HoldMusic()))
                .containsExactly(new Sound.Music("default"));
    }

    private static List<Sound> said(CompanyPlan plan, CallSound... sounds) {
        return RelayWords.sounds(plan, List.of(sounds), new NoFiles());
    }

    private static class NoFiles implements RelayWords.Files {
        @Override
        public Path of(CompanyId company, MessageId message) {
            return Path.of(message.text());
        }

        @Override
        public Optional<Path> prompt(CompanyPlan plan, String name, Optional<String> language) {
            return Optional.empty();
        }
    }
}
