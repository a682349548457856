package org.sonnerie.trunk.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.routing.Trunk;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.SipUri;
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
    private final OwnAddress own;
    private final Tokens tokens;
    private final WatchEffects effects;
    private final String callId;
    private final String tag;
    private Optional<ClientKey> asked = Optional.empty();
    private long cseq;
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
        this.own = own;
        this.tokens = tokens;
        this.effects = new WatchEffects(trunk.account().id());
        this.callId = tokens.next();
        this.tag = tokens.next();
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
        cseq++;
        String host = trunk.account().host();
        String user = "pbx";
        Headers headers =
                Headers.NONE
                        .and("Via", own.via(trunk.account().transport(), tokens.next()))
                        .and("Max-Forwards", "70")
                        .and("From", "<" + SipUri.of(user, own.host(), 0) + ">;tag=" + tag)
                        .and("To", "<" + SipUri.of("", host, 0) + ">")
                        .and("Call-ID", callId)
                        .and("CSeq", cseq + " OPTIONS")
                        .and("Contact", own.contact(user, trunk.account().transport()))
                        .and("Accept", "application/sdp")
                        .and("User-Agent", OwnAddress.PRODUCT);
        SipUri uri = SipUri.of("", host, trunk.account().port());
        SipRequest request = new SipRequest("OPTIONS", uri.toString(), headers, "");
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
