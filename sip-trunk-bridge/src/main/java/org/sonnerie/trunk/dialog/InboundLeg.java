package org.sonnerie.trunk.dialog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.routing.Numbers;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.ServerKey;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.SipUri;
import org.sonnerie.trunk.sip.Timing;
import org.sonnerie.trunk.sip.UserEffect;

/**
 * A call from a carrier.
 *
 * <pre>
 * ALERTING --answer--> established --> OVER
 *    \--refuse, CANCEL, BYE, nobody came--> OVER
 * </pre>
 */
public final class InboundLeg implements Leg {
    /** Longer than any ring group or menu needs; the carrier gives up before. */
    private static final Duration RINGS_AT_MOST = Duration.ofMinutes(10);

    /** Proxies forget an INVITE after three minutes of silence (section 13.3.1.1). */
    private static final Duration REMINDER = Duration.ofMinutes(1);

    private final LegContext context;
    private final Effects effects = new Effects();
    private final ServerKey key;
    private final SipRequest invite;
    private final Hop source;
    private final String tag;
    private final Instant ringsUntil;
    private Optional<SipResponse> provisional = Optional.empty();
    private Instant remindAt = Timing.NEVER;
    private @Nullable EstablishedLeg established;
    private boolean over;

    /**
     * Begins: 100 goes out, the arrival is told.
     *
     * @param context the leg's surroundings
     * @param key to answer the INVITE by
     * @param invite outside of any dialog
     * @param source where it came from
     * @param now the time
     */
    public InboundLeg(
            LegContext context, ServerKey key, SipRequest invite, Hop source, Instant now) {
        this.context = context;
        this.key = key;
        this.invite = invite;
        this.source = source;
        this.tag = context.tokens().next();
        this.ringsUntil = now.plus(RINGS_AT_MOST);
        effects.answer(key, SipResponse.to(invite, 100, tag));
        effects.tell(arrived());
    }

    private TrunkEvent.CallArrived arrived() {
        String uri = Numbers.called(invite);
        boolean named = context.trunk().named(SipUri.userOf(invite.uri()));
        Optional<String> addressed = Numbers.addressed(invite).filter(_ -> named);
        return new TrunkEvent.CallArrived(
                context.call(),
                context.trunk().account().id(),
                addressed.orElse(uri),
                addressed.map(_ -> uri),
                Numbers.caller(invite),
                Numbers.callerName(invite),
                source.host(),
                invite.sdp());
    }

    /**
     * The INVITE's transaction.
     *
     * @return its key
     */
    public ServerKey key() {
        return key;
    }

    /**
     * Tells whether an INVITE is this one come another way (section 8.2.2.2).
     *
     * @param other outside of any dialog, of another transaction
     * @return true if it was forked on its way
     */
    public boolean merges(SipRequest other) {
        return !over
                && other.callId().equals(invite.callId())
                && other.cseq().equals(invite.cseq())
                && other.from().tag().equals(invite.from().tag());
    }

    @Override
    public TrunkCallId call() {
        return context.call();
    }

    @Override
    public String sipCallId() {
        return invite.callId();
    }

    @Override
    public boolean owns(SipRequest request) {
        return request.to().tag().filter(tag::equals).isPresent()
                && request.from().tag().equals(invite.from().tag());
    }

    /**
     * Rings: 180.
     *
     * @param now the time
     */
    public void ring(Instant now) {
        if (alerting()) {
            progress(dialogResponse(180), now);
        }
    }

    /**
     * Early media: 183.
     *
     * @param sdp the answer
     * @param now the time
     */
    public void progress(String sdp, Instant now) {
        if (alerting()) {
            progress(dialogResponse(183).withSdp(sdp), now);
        }
    }

    private void progress(SipResponse response, Instant now) {
        if (!provisional.equals(Optional.of(response))) {
            effects.answer(key, response);
        }
        provisional = Optional.of(response);
        remindAt = now.plus(REMINDER);
    }

    private SipResponse dialogResponse(int status) {
        return SipResponse.to(invite, status, tag)
                .and(invite.headers().only("Record-Route"))
                .with("Contact", context.own().contact(context.trunk().user(), source.transport()))
                .with("Allow", OwnAddress.ALLOW);
    }

    /**
     * Answers: 200.
     *
     * @param sdp the answer, or the offer if the INVITE made none
     * @param now the time
     */
    public void answer(String sdp, Instant now) {
        if (!alerting()) {
            return;
        }
        Dialog dialog = Dialog.ofCallee(invite, dialogResponse(200), source);
        String offer = invite.sdp().orElse("");
        established = new EstablishedLeg(context, effects, dialog, sdp, offer);
        established.accept(key, invite, sdp, offer.isEmpty(), now);
    }

    private boolean alerting() {
        return established == null && !over;
    }

    @Override
    public void hangUp(HangupCause cause, Instant now) {
        if (established != null) {
            established.hangUp(cause, now);
        } else if (!over) {
            refuse(Reasons.refusal(cause), cause);
        }
    }

    private void refuse(int status, HangupCause cause) {
        SipResponse refusal =
                SipResponse.to(invite, status, tag).with("Reason", Reasons.header(cause));
        effects.answer(key, status == 503 ? refusal.with("Retry-After", "10") : refusal);
        effects.tellEnd(context.call(), cause, status);
        over = true;
    }

    @Override
    public void request(ServerKey requestKey, SipRequest request, Instant now) {
        if (request.is("CANCEL")) {
            effects.answer(requestKey, SipResponse.to(request, 200, tag));
            if (alerting()) {
                refuse(487, HangupCause.CANCELLED);
            }
        } else if (established != null) {
            established.request(requestKey, request, now);
        } else if (request.is("BYE")) {
            // The caller may end the early dialog so too (section 15.1.2).
            effects.answer(requestKey, SipResponse.to(request, 200, tag));
            refuse(487, HangupCause.CANCELLED);
        } else {
            int status = request.is("INVITE") ? 500 : 200;
            SipResponse response = SipResponse.to(request, status, tag);
            effects.answer(
                    requestKey, status == 500 ? response.with("Retry-After", "3") : response);
        }
    }

    @Override
    public void ack(SipRequest ack, Instant now) {
        if (established != null) {
            established.ack(ack, now);
        }
    }

    @Override
    public void response(ClientKey requestKey, SipResponse response, Instant now) {
        if (established != null) {
            established.response(requestKey, response);
        }
    }

    @Override
    public void noAnswer(ClientKey requestKey, Instant now) {
        if (established != null) {
            established.noAnswer(requestKey);
        }
    }

    @Override
    public void answerReoffer(Optional<String> sdp, Instant now) {
        if (established != null) {
            established.answerReoffer(sdp, now);
        }
    }

    @Override
    public void tick(Instant now) {
        if (established != null) {
            established.tick(now);
        } else if (!over && !now.isBefore(ringsUntil)) {
            refuse(480, HangupCause.NO_ANSWER);
        } else if (!over && !now.isBefore(remindAt)) {
            provisional.ifPresent(response -> effects.answer(key, response));
            remindAt = now.plus(REMINDER);
        }
    }

    @Override
    public Instant deadline() {
        return established != null ? established.deadline() : Timing.earlier(ringsUntil, remindAt);
    }

    @Override
    public Optional<String> peer() {
        return Optional.ofNullable(established).map(leg -> leg.dialog().hop().host());
    }

    @Override
    public boolean over() {
        return established != null ? established.over() : over;
    }

    @Override
    public List<UserEffect> drain() {
        return effects.drain();
    }
}
