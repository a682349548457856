package org.sonnerie.trunk.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.routing.Trunk;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.Timing;
import org.sonnerie.trunk.sip.Tokens;
import org.sonnerie.trunk.sip.UserEffect;

/**
 * Asks a trunk with OPTIONS every half minute. Any answer but 408 and 503 shows that it lives: many
 * carriers refuse OPTIONS.
 */
public final class OptionsCheck implements TrunkWatch {
    private static final Duration WHEN_UP = Duration.ofSeconds(30);
    private static final Duration WHEN_DOWN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Trunk trunk;
    private final OptionsQuestions questions;
    private final WatchEffects effects;
    private Optional<ClientKey> asked = Optional.empty();
    private Instant nextAt = Instant.MIN;
    private Instant patientUntil = Timing.NEVER;

    /**
     * Begins with the first tick.
     *
     * @param trunk what is watched
     * @param own our address
     * @param tokens for branches
     */
    public OptionsCheck(Trunk trunk, OwnAddress own, Tokens tokens) {
        this.trunk = trunk;
        this.questions = new OptionsQuestions(trunk, own, tokens);
        this.effects = new WatchEffects(trunk.account().id());
    }

    @Override
    public void tick(Instant now) {
        if (!now.isBefore(patientUntil)) {
            patientUntil = Timing.NEVER;
            down(0, "nothing answers");
        }
        if (!now.isBefore(nextAt)) {
            nextAt = now.plus(effects.isUp() ? WHEN_UP : WHEN_DOWN);
            patientUntil = now.plus(PATIENCE);
            ask();
        }
    }

    private void ask() {
        SipRequest request = questions.next();
        asked = Optional.of(ClientKey.of(request));
        effects.ask(request, trunk.hop());
    }

    @Override
    public void response(ClientKey key, SipResponse response, Instant now) {
        if (response.provisional()) {
            return;
        }
        patientUntil = Timing.NEVER;
        if (response.status() == 408 || response.status() == 503) {
            down(response.status(), "the carrier says " + response.status());
        } else {
            nextAt = now.plus(WHEN_UP);
            effects.tell(TrunkState.UP, 0, "");
        }
    }

    @Override
    public void noAnswer(ClientKey key, Instant now) {
        // An old question's end says nothing about a new one.
        if (asked.filter(key::equals).isPresent()) {
            patientUntil = Timing.NEVER;
            down(0, "nothing answers");
        }
    }

    private void down(int status, String detail) {
        effects.tell(TrunkState.DOWN, status, detail);
    }

    @Override
    public void stop(boolean takesBack) {
        nextAt = Timing.NEVER;
        patientUntil = Timing.NEVER;
    }

    @Override
    public Instant deadline() {
        return Timing.earlier(nextAt, patientUntil);
    }

    @Override
    public List<UserEffect> drain() {
        return effects.drain();
    }
}
