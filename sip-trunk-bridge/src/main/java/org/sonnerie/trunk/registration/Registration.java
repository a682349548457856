package org.sonnerie.trunk.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.routing.Trunk;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.Credentials;
import org.sonnerie.trunk.sip.Digest;
import org.sonnerie.trunk.sip.DigestChallenge;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.NameAddress;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.SipUri;
import org.sonnerie.trunk.sip.Timing;
import org.sonnerie.trunk.sip.Tokens;
import org.sonnerie.trunk.sip.UserEffect;

/**
 * Registers an account and keeps it registered (RFC 3261 section 10.2).
 *
 * <p>Refreshed at half the time granted, and at least every five minutes, so that a carrier that
 * fell silent is noticed. After a failure it is tried again after 5 s, then 10, 20 and so on up to
 * five minutes; after a refusal of the credentials every five minutes, lest the carrier locks us
 * out.
 */
public final class Registration implements TrunkWatch {
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(5);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final long SHORTEST_REFRESH_SECONDS = 10;
    private static final int LONGEST_SECONDS = 7_200;
    private static final int MOST_PROOFS = 3;

    private final Trunk trunk;
    private final Credentials credentials;
    private final OwnAddress own;
    private final Tokens tokens;
    private final WatchEffects effects;
    private final String callId;
    private final String tag;
    private Optional<ClientKey> asked = Optional.empty();
    private long cseq;
    private int expirySeconds;
    private int proofs;
    private boolean registered;
    private boolean leaving;
    private Duration retry = FIRST_RETRY;
    private Instant nextAt = Instant.MIN;

    /**
     * Begins with the first tick.
     *
     * @param trunk what is registered
     * @param registration of that trunk
     * @param own our address
     * @param tokens for branches and nonces
     */
    public Registration(
            Trunk trunk, TrunkAccount.Registration registration, OwnAddress own, Tokens tokens) {
        this.trunk = trunk;
        this.credentials = trunk.credentials().orElseThrow();
        this.own = own;
        this.tokens = tokens;
        this.effects = new WatchEffects(trunk.account().id());
        this.callId = tokens.next();
        this.tag = tokens.next();
        this.expirySeconds = registration.expirySeconds();
    }

    @Override
    public void tick(Instant now) {
        if (!now.isBefore(nextAt)) {
            nextAt = Timing.NEVER;
            proofs = 0;
            ask(request(expirySeconds));
        }
    }

    private void ask(SipRequest request) {
        asked = Optional.of(ClientKey.of(request));
        effects.ask(request, trunk.hop());
    }

    private SipRequest request(int seconds) {
        cseq++;
        TrunkAccount account = trunk.account();
        SipUri record = SipUri.of(trunk.user(), trunk.domain(), 0);
        Headers headers =
                Headers.NONE
                        .and("Via", own.via(account.transport(), tokens.next()))
                        .and("Max-Forwards", "70")
                        .and("From", "<" + record + ">;tag=" + tag)
                        .and("To", "<" + record + ">")
                        .and("Call-ID", callId)
                        .and("CSeq", cseq + " REGISTER")
                        .and("Contact", own.contact(trunk.user(), account.transport()))
                        .and("Expires", Integer.toString(seconds))
                        .and("Allow", OwnAddress.ALLOW)
                        .and("User-Agent", OwnAddress.PRODUCT);
        String uri = SipUri.of("", trunk.domain(), trunk.domainPort()).toString();
        return new SipRequest("REGISTER", uri, headers, "");
    }

    @Override
    public void response(ClientKey key, SipResponse response, Instant now) {
        if (response.provisional() || asked.filter(key::equals).isEmpty()) {
            return;
        }
        switch (response.status()) {
            case 401, 407 -> challenged(response, now);
            default -> answered(response, now);
        }
    }

    private void answered(SipResponse response, Instant now) {
        if (leaving) {
            return;
        }
        switch (response.status()) {
            case 200, 202 -> granted(response, now);
            case 423 -> tooBrief(response, now);
            case 403 -> refused(403, "the carrier forbids the registration", now);
            default -> failed("the carrier says " + response.status(), response, now);
        }
    }

    private void granted(SipResponse response, Instant now) {
        long seconds = Math.min(LONGEST_SECONDS, grantedSeconds(response));
        long half = Math.max(SHORTEST_REFRESH_SECONDS, seconds / 2);
        nextAt = now.plus(Duration.ofSeconds(Math.min(half, AT_LEAST_EVERY.toSeconds())));
        retry = FIRST_RETRY;
        registered = true;
        effects.tell(TrunkState.UP, 0, "registered");
    }

    /** Our Contact's own time, else Expires, else what was asked for (section 10.3). */
    private long grantedSeconds(SipResponse response) {
        String mine = SipUri.of(trunk.user(), own.host(), own.port()).toString();
        Optional<String> ours =
                response.headers().elements("Contact").stream()
                        .map(NameAddress::parse)
                        .flatMap(Optional::stream)
                        .filter(contact -> contact.uri().startsWith(mine))
                        .map(contact -> contact.parameters().get("expires"))
                        .flatMap(Optional::stream)
                        .findFirst();
        return seconds(ours.or(() -> response.headers().first("Expires"))).orElse(expirySeconds);
    }

    private static Optional<Integer> seconds(Optional<String> value) {
        return value.filter(v -> v.matches("\\d{1,7}")).map(Integer::valueOf);
    }

    private void challenged(SipResponse response, Instant now) {
        Optional<DigestChallenge> challenge = DigestChallenge.of(response, credentials);
        boolean stale = challenge.filter(DigestChallenge::stale).isPresent();
        boolean again = proofs >= (stale ? MOST_PROOFS : 1);
        if (challenge.isEmpty()) {
            refused(response.status(), "it asks for credentials of another kind or realm", now);
        } else if (again) {
            refused(response.status(), "the user name or password is wrong", now);
        } else {
            proofs++;
            ask(
                    Digest.answer(
                            request(expirySeconds),
                            response.status(),
                            challenge.get(),
                            credentials,
                            tokens.next()));
        }
    }

    private void tooBrief(SipResponse response, Instant now) {
        int least = seconds(response.headers().first("Min-Expires")).orElse(0);
        if (least > expirySeconds && least <= LONGEST_SECONDS) {
            expirySeconds = least;
            proofs = 0;
            ask(request(expirySeconds));
        } else {
            failed("the carrier says 423", response, now);
        }
    }

    private void refused(int status, String detail, Instant now) {
        if (leaving) {
            return;
        }
        nextAt = now.plus(AT_LEAST_EVERY);
        registered = false;
        effects.tell(TrunkState.REFUSED, status, detail);
    }

    private void failed(String detail, SipResponse response, Instant now) {
        int asks = seconds(response.headers().first("Retry-After")).orElse(0);
        nextTry(Duration.ofSeconds(Math.min(asks, AT_LEAST_EVERY.toSeconds())), now);
        effects.tell(TrunkState.DOWN, response.status(), detail);
    }

    @Override
    public void noAnswer(ClientKey key, Instant now) {
        if (asked.filter(key::equals).isPresent() && !leaving) {
            nextTry(Duration.ZERO, now);
            effects.tell(TrunkState.DOWN, 0, "nothing answers");
        }
    }

    private void nextTry(Duration atLeast, Instant now) {
        nextAt = now.plus(retry.compareTo(atLeast) > 0 ? retry : atLeast);
        Duration twice = retry.multipliedBy(2);
        retry = twice.compareTo(AT_LEAST_EVERY) > 0 ? AT_LEAST_EVERY : twice;
    }

    @Override
    public void stop(boolean takesBack) {
        nextAt = Timing.NEVER;
        leaving = true;
        asked = Optional.empty();
        if (registered && takesBack) {
            expirySeconds = 0;
            proofs = 0;
            ask(request(expirySeconds));
        }
    }

    @Override
    public Instant deadline() {
        return nextAt;
    }

    @Override
    public List<UserEffect> drain() {
        return effects.drain();
    }
}
