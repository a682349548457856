package org.sonnerie.trunk.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.routing.Trunk;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.Timing;
import org.sonnerie.trunk.sip.Tokens;
import org.sonnerie.trunk.sip.UserEffect;

/** Asks a trunk once, beside whatever watches it, and tells what came of it. */
public final class OptionsProbe implements TrunkWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Trunk trunk;
    private final SipRequest question;
    private final List<UserEffect> effects = new ArrayList<>();
    private Optional<Instant> asked = Optional.empty();
    private boolean over;

    /**
     * Begins with the first tick.
     *
     * @param trunk who is asked
     * @param own our address
     * @param tokens for branches
     */
    public OptionsProbe(Trunk trunk, OwnAddress own, Tokens tokens) {
        this.trunk = trunk;
        this.question = new OptionsQuestions(trunk, own, tokens).next();
    }

    /**
     * Whether it has told.
     *
     * @return true: nothing more comes
     */
    public boolean over() {
        return over;
    }

    @Override
    public void tick(Instant now) {
        if (asked.isEmpty()) {
            asked = Optional.of(now);
            effects.add(new UserEffect.Ask(question, trunk.hop()));
        } else if (!now.isBefore(deadline())) {
            tell(0, now);
        }
    }

    @Override
    public void response(ClientKey key, SipResponse response, Instant now) {
        if (!response.provisional()) {
            tell(response.status(), now);
        }
    }

    @Override
    public void noAnswer(ClientKey key, Instant now) {
        tell(0, now);
    }

    private void tell(int status, Instant now) {
        if (!over) {
            over = true;
            Duration took = Duration.between(asked.orElse(now), now);
            effects.add(
                    new UserEffect.Tell(new TrunkEvent.Probed(trunk.account().id(), status, took)));
        }
    }

    @Override
    public void stop(boolean takesBack) {
        over = true;
    }

    @Override
    public Instant deadline() {
        if (over) {
            return Timing.NEVER;
        }
        return asked.map(began -> began.plus(PATIENCE)).orElse(Instant.MIN);
    }

    @Override
    public List<UserEffect> drain() {
        List<UserEffect> taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }
}
