package org.sonnerie.trunk.dialog;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.Credentials;
import org.sonnerie.trunk.sip.Digest;
import org.sonnerie.trunk.sip.DigestChallenge;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.ServerKey;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.Timing;
import org.sonnerie.trunk.sip.UserEffect;

/**
 * A call to a carrier.
 *
 * <pre>
 * CALLING --1xx--> PROCEEDING --2xx--> established --> OVER
 *    \--refused, nothing came--> OVER
 *    \--hang up--> LEAVING: CANCEL once a 1xx came, ACK and BYE to a 2xx --> OVER
 * </pre>
 */
public final class OutboundLeg implements Leg {
    /** After this long without a word from the carrier the call is taken back. */
    private static final Duration SILENCE = Duration.ofMinutes(4);

    private enum State {
        CALLING,
        PROCEEDING,
        LEAVING,
        OVER
    }

    private final LegContext context;
    private final Hop hop;
    private final Effects effects = new Effects();
    private final Map<String, String> earlySdp = new HashMap<>();
    private final Map<String, EstablishedLeg> forks = new HashMap<>();
    private SipRequest invite;
    private State state = State.CALLING;
    private boolean heard;
    private boolean cancelled;
    private boolean proved;
    private boolean ringing;
    private String shownSdp = "";
    private HangupCause leaveCause = HangupCause.CANCELLED;
    private Instant until = Timing.NEVER;
    private @Nullable EstablishedLeg established;

    /**
     * Begins: the INVITE goes out.
     *
     * @param context the leg's surroundings
     * @param order who calls whom
     */
    public OutboundLeg(LegContext context, TrunkCommand.PlaceCall order) {
        this.context = context;
        this.hop = context.trunk().hop();
        this.invite = Invitation.of(order, context);
        effects.ask(invite, hop);
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
        return request.to().tag().equals(invite.from().tag());
    }

    @Override
    public void response(ClientKey key, SipResponse response, Instant now) {
        if (key.method().equals("BYE")) {
            byeAnswered(key, response);
        } else if (key.equals(ClientKey.of(invite))) {
            inviteAnswered(response, now);
        }
    }

    private void byeAnswered(ClientKey key, SipResponse response) {
        forks.values().forEach(fork -> fork.response(key, response));
        if (established != null) {
            established.response(key, response);
        }
    }

    private static String tag(SipResponse response) {
        return response.to().tag().orElse("");
    }

    private void inviteAnswered(SipResponse response, Instant now) {
        if (response.provisional()) {
            provisional(response, now);
        } else if (response.success()) {
            accepted(response, now);
        } else if (established == null) {
            refused(response);
        }
    }

    private void provisional(SipResponse response, Instant now) {
        heard = true;
        if (state == State.LEAVING) {
            cancel(now);
        } else if (established == null) {
            state = State.PROCEEDING;
            until = now.plus(SILENCE);
            if (response.status() > 100) {
                show(response);
            }
        }
    }

    private void show(SipResponse response) {
        Optional<String> sdp = response.sdp();
        if (!ringing && (sdp.isEmpty() || response.status() == 180)) {
            ringing = true;
            effects.tell(new TrunkEvent.Ringing(context.call()));
        }
        if (sdp.isPresent() && !sdp.get().equals(shownSdp)) {
            shownSdp = sdp.get();
            earlySdp.put(tag(response), shownSdp);
            effects.tell(new TrunkEvent.EarlyMedia(context.call(), shownSdp));
        }
    }

    private void accepted(SipResponse response, Instant now) {
        String remoteTag = tag(response);
        EstablishedLeg known = known(remoteTag);
        if (known != null) {
            known.acknowledgeAgain();
            return;
        }
        String sdp = response.sdp().orElse(earlySdp.getOrDefault(remoteTag, ""));
        Dialog dialog = Dialog.ofCaller(invite, response, hop);
        boolean ours = established == null && state != State.LEAVING && !sdp.isEmpty();
        EstablishedLeg leg = new EstablishedLeg(context, effects, dialog, localSdp(), sdp);
        leg.acknowledge(invite);
        if (ours) {
            established = leg;
            until = Timing.NEVER;
            boolean shown = response.sdp().isEmpty() && sdp.equals(shownSdp);
            Optional<String> answer = shown ? Optional.empty() : Optional.of(sdp);
            effects.tell(new TrunkEvent.Answered(context.call(), answer));
        } else {
            giveBack(remoteTag, leg, now);
        }
    }

    private @Nullable EstablishedLeg known(String remoteTag) {
        if (established != null && established.dialog().remoteTag().equals(remoteTag)) {
            return established;
        }
        return forks.get(remoteTag);
    }

    /** A 2xx we have no use for: of another branch, after a hang-up, or without media. */
    private void giveBack(String remoteTag, EstablishedLeg leg, Instant now) {
        boolean useless = established == null && state != State.LEAVING;
        HangupCause cause = useless ? HangupCause.NOT_ACCEPTABLE : leaveCause;
        forks.put(remoteTag, leg);
        if (established == null) {
            effects.tellEnd(context.call(), cause, 200);
            state = State.LEAVING;
            until = now.plus(Timing.GIVE_UP);
        }
        leg.giveBack(cause, now);
    }

    private String localSdp() {
        return invite.sdp().orElse("");
    }

    private void refused(SipResponse response) {
        boolean challenged = response.status() == 401 || response.status() == 407;
        Optional<Credentials> credentials =
                context.trunk().credentials(hop).filter(_ -> challenged && !proved);
        Optional<DigestChallenge> challenge =
                credentials.flatMap(c -> DigestChallenge.of(response, c));
        if (challenge.isPresent() && state != State.LEAVING) {
            proved = true;
            state = State.CALLING;
            heard = false;
            invite =
                    Digest.answer(
                            renewed(),
                            response.status(),
                            challenge.get(),
                            credentials.get(),
                            context.tokens().next());
            effects.ask(invite, hop);
            return;
        }
        effects.tellEnd(context.call(), Reasons.of(response), response.status());
        state = State.OVER;
    }

    /** The same INVITE as a new request (section 22.2). */
    private SipRequest renewed() {
        Headers headers =
                invite.headers()
                        .with("Via", context.own().via(hop.transport(), context.tokens().next()))
                        .with("CSeq", invite.cseq().number() + 1 + " INVITE");
        return invite.with(headers);
    }

    @Override
    public void hangUp(HangupCause cause, Instant now) {
        if (established != null) {
            established.hangUp(cause, now);
        } else if (state == State.CALLING || state == State.PROCEEDING) {
            leaveCause = cause;
            effects.tellEnd(context.call(), cause, 0);
            state = State.LEAVING;
            until = now.plus(Timing.GIVE_UP).plus(Timing.T4);
            // Section 9.1: no CANCEL before a provisional response.
            if (heard) {
                cancel(now);
            }
        }
    }

    private void cancel(Instant now) {
        if (cancelled) {
            return;
        }
        cancelled = true;
        until = now.plus(Timing.GIVE_UP);
        Headers from = invite.headers();
        Headers headers =
                Headers.NONE
                        .and("Via", from.first("Via").orElseThrow())
                        .and("Max-Forwards", "70")
                        .andEach("From", from.lines("From"))
                        .andEach("To", from.lines("To"))
                        .and("Call-ID", invite.callId())
                        .and("CSeq", invite.cseq().number() + " CANCEL")
                        .and("Reason", Reasons.header(leaveCause));
        effects.ask(new SipRequest("CANCEL", invite.uri(), headers, ""), hop);
    }

    @Override
    public void noAnswer(ClientKey key, Instant now) {
        if (key.method().equals("BYE")) {
            forks.values().forEach(fork -> fork.noAnswer(key));
            if (established != null) {
                established.noAnswer(key);
            }
        } else if (key.equals(ClientKey.of(invite)) && established == null) {
            effects.tellEnd(context.call(), HangupCause.CONGESTION, 0);
            state = State.OVER;
        }
    }

    @Override
    public void request(ServerKey key, SipRequest request, Instant now) {
        EstablishedLeg asked = known(request.from().tag().orElse(""));
        if (asked != null) {
            asked.request(key, request, now);
        } else {
            effects.answer(key, SipResponse.to(request, 481, context.tokens().next()));
        }
    }

    @Override
    public void ack(SipRequest ack, Instant now) {
        if (established != null) {
            established.ack(ack, now);
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
        forks.values().forEach(fork -> fork.tick(now));
        if (established != null) {
            established.tick(now);
        }
        if (now.isBefore(until)) {
            return;
        }
        until = Timing.NEVER;
        if (state == State.PROCEEDING) {
            hangUp(HangupCause.NO_ANSWER, now);
        } else {
            state = State.OVER;
        }
    }

    @Override
    public Instant deadline() {
        Instant first = established != null ? established.deadline() : until;
        for (EstablishedLeg fork : forks.values()) {
            first = Timing.earlier(first, fork.deadline());
        }
        return first;
    }

    @Override
    public Optional<String> peer() {
        return Optional.ofNullable(established).map(leg -> leg.dialog().hop().host());
    }

    @Override
    public boolean over() {
        boolean forksOver = forks.values().stream().allMatch(EstablishedLeg::over);
        if (established != null) {
            return established.over() && forksOver;
        }
        return forks.isEmpty() ? state == State.OVER : forksOver;
    }

    @Override
    public List<UserEffect> drain() {
        return effects.drain();
    }
}
