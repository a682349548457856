package org.sonnerie.pbx.relay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.api.TrunkMedia;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.runtime.Media;

/** What the relay is told by a plan. */
public final class RelaySight {
    private RelaySight() {}

    /** A company without prompts of its own. */
    private static final class NoFiles implements RelayWords.Files {
        @Override
        public Path of(CompanyId company, MessageId message) {
            return Path.of(message.text());
        }

        @Override
        public Optional<Path> prompt(CompanyPlan plan, String name, Optional<String> language) {
            return Optional.empty();
        }
    }

    public static List<Sound> played(CompanyPlan plan, CallSound sound) {
        return RelayWords.sounds(plan, List.of(sound), new NoFiles());
    }

    /** On which terms sound goes to and comes from the first trunk. */
    public static TrunkMedia trunk(CompanyPlan plan) {
        var trunk = plan.outside().trunks().getFirst();
        return RelayMedia.terms(new Media.TrunkSource(plan, trunk.id(), trunk.carrier().host()));
    }
}
