package org.sonnerie.pbx.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.runtime.Media.BadSdp;
import org.sonnerie.pbx.runtime.Media.TrunkSource;
import org.sonnerie.pbx.runtime.fake.FakeMailboxes;
import org.sonnerie.pbx.runtime.fake.OneCompany;

class RelayMediaTest {
    private final List<MediaCommand> commands = new ArrayList<>();
    private final RelayMedia media = new RelayMedia(Recorder::new, FakeMailboxes::new);

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
            return Set.of();
        }

        @Override
        public Set<String> languages() {
            return Set.of();
        }

        @Override
        public void close() {}
    }
}
