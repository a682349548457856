package org.sonnerie.trunk.dialog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.Credentials;
import org.sonnerie.trunk.sip.Digest;
import org.sonnerie.trunk.sip.DigestChallenge;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.ServerKey;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.Timing;

/**
 * The part of a call after its 2xx, the same for both directions: ACK, re-INVITE, BYE.
 *
 * <pre>
 * UP --BYE came--> OVER
 *  \--BYE wanted--> LEAVING --answered or given up--> OVER
 * </pre>
 */
final class EstablishedLeg {
    private static final Duration REOFFER_PATIENCE = Duration.ofSeconds(10);

    private enum State {
        UP,
        LEAVING,
        OVER
    }

    /** A re-INVITE that waits for the user's answer. */
    private record Reoffer(ServerKey key, SipRequest request, String sdp, Instant until) {}

    /** A 2xx of ours whose ACK has not come. */
    private record Unacked(
            ServerKey key,
            SipResponse ok,
            long cseq,
            boolean offers,
            Instant resendAt,
            Duration pause,
            Instant until) {}

    private final LegContext context;
    private final Effects effects;
    private Dialog dialog;
    private String localSdp;
    private String remoteSdp;
    private State state = State.UP;
    private @Nullable SipRequest ack;
    private @Nullable Reoffer reoffer;
    private @Nullable Unacked unacked;
    private Optional<HangupCause> byeWanted = Optional.empty();
    private boolean byeProved;
    private @Nullable ClientKey bye;
    private Instant leaveBy = Timing.NEVER;

    EstablishedLeg(
            LegContext context, Effects effects, Dialog dialog, String localSdp, String remoteSdp) {
        this.context = context;
        this.effects = effects;
        this.dialog = dialog;
        this.localSdp = localSdp;
        this.remoteSdp = remoteSdp;
    }

    Dialog dialog() {
        return dialog;
    }

    /** Sends the ACK of a 2xx to our INVITE; with the same proof (section 13.2.2.4). */
    void acknowledge(SipRequest invite) {
        SipRequest request =
                dialog.request(
                        "ACK", invite.cseq().number(), context.own(), context.tokens().next());
        Headers headers = request.headers();
        for (String name : new String[] {"Authorization", "Proxy-Authorization"}) {
            headers = headers.andEach(name, invite.headers().lines(name));
        }
        ack = request.with(headers);
        effects.send(ack, dialog.hop());
    }

    /** The 2xx came again: the ACK was lost. */
    void acknowledgeAgain() {
        if (ack != null) {
            effects.send(ack, dialog.hop());
        }
    }

    /** Sends a 2xx to their INVITE and repeats it until its ACK comes (section 13.3.1.4). */
    void accept(ServerKey key, SipRequest invite, String sdp, boolean offers, Instant now) {
        SipResponse ok =
                SipResponse.to(invite, 200, dialog.localTag())
                        .and(invite.headers().only("Record-Route"))
                        .with("Contact", contact())
                        .with("Allow", OwnAddress.ALLOW)
                        .withSdp(sdp);
        localSdp = sdp;
        unacked =
                new Unacked(
                        key,
                        ok,
                        invite.cseq().number(),
                        offers,
                        now.plus(Timing.T1),
                        Timing.T1,
                        now.plus(Timing.GIVE_UP));
        effects.answer(key, ok);
    }

    private String contact() {
        return context.own().contact(context.trunk().user(), dialog.peer().transport());
    }

    void request(ServerKey key, SipRequest request, Instant now) {
        if (request.cseq().number() <= dialog.remoteCSeq()) {
            effects.answer(key, response(request, 500).with("Retry-After", "1"));
            return;
        }
        dialog = dialog.after(request);
        switch (request.method()) {
            case "BYE" -> bye(key, request);
            case "INVITE" -> reinvite(key, request, now);
            default -> effects.answer(key, response(request, 200));
        }
    }

    private SipResponse response(SipRequest request, int status) {
        return SipResponse.to(request, status, dialog.localTag());
    }

    private void bye(ServerKey key, SipRequest request) {
        effects.answer(key, response(request, 200));
        if (reoffer != null) {
            effects.answer(reoffer.key(), response(reoffer.request(), 487));
        }
        HangupCause cause = Reasons.read(request.headers()).orElse(HangupCause.NORMAL);
        if (state == State.UP) {
            effects.tellEnd(context.call(), cause, 200);
        }
        end();
    }

    private void reinvite(ServerKey key, SipRequest request, Instant now) {
        if (state != State.UP) {
            effects.answer(key, response(request, 481));
        } else if (reoffer != null) {
            // Section 14.2: a second INVITE before the first is answered.
            effects.answer(key, response(request, 500).with("Retry-After", "3"));
        } else if (unacked != null) {
            effects.answer(key, response(request, 491));
        } else {
            offered(key, request, request.sdp(), now);
        }
    }

    private void offered(ServerKey key, SipRequest request, Optional<String> sdp, Instant now) {
        if (sdp.isEmpty()) {
            accept(key, request, localSdp, true, now);
        } else if (sdp.get().equals(remoteSdp)) {
            // A refresh: nothing changes (RFC 3264 section 8), nobody need be asked.
            accept(key, request, localSdp, false, now);
        } else {
            reoffer = new Reoffer(key, request, sdp.get(), now.plus(REOFFER_PATIENCE));
            effects.tell(new TrunkEvent.Reoffered(context.call(), sdp.get()));
        }
    }

    void answerReoffer(Optional<String> sdp, Instant now) {
        Reoffer waiting = reoffer;
        if (waiting == null || state != State.UP) {
            return;
        }
        reoffer = null;
        if (sdp.isPresent()) {
            remoteSdp = waiting.sdp();
            accept(waiting.key(), waiting.request(), sdp.get(), false, now);
        } else {
            effects.answer(waiting.key(), response(waiting.request(), 488));
        }
    }

    void ack(SipRequest received, Instant now) {
        Unacked awaited = unacked;
        if (awaited == null || received.cseq().number() != awaited.cseq()) {
            return;
        }
        unacked = null;
        if (awaited.offers() && received.sdp().isPresent()) {
            told(received.sdp().get());
        }
        byeWanted.ifPresent(cause -> sendBye(cause, now));
    }

    /** The answer to an offer of ours, at the start or in a re-INVITE that made none. */
    private void told(String sdp) {
        if (remoteSdp.isEmpty()) {
            effects.tell(new TrunkEvent.Answered(context.call(), Optional.of(sdp)));
        } else if (!sdp.equals(remoteSdp)) {
            effects.tell(new TrunkEvent.Reoffered(context.call(), sdp));
        }
        remoteSdp = sdp;
    }

    void hangUp(HangupCause cause, Instant now) {
        if (state != State.UP) {
            return;
        }
        effects.tellEnd(context.call(), cause, 0);
        if (reoffer != null) {
            effects.answer(reoffer.key(), response(reoffer.request(), 487));
            reoffer = null;
        }
        state = State.LEAVING;
        // The callee may not send BYE before the ACK came (section 15).
        if (unacked == null) {
            sendBye(cause, now);
        } else {
            byeWanted = Optional.of(cause);
        }
    }

    /** Ends it without a word to the user: a branch nobody wants. */
    void giveBack(HangupCause cause, Instant now) {
        sendBye(cause, now);
    }

    private void sendBye(HangupCause cause, Instant now) {
        byeWanted = Optional.empty();
        state = State.LEAVING;
        leaveBy = now.plus(Timing.GIVE_UP).plus(Timing.T4);
        effects.ask(nextRequest().with("Reason", Reasons.header(cause)), dialog.hop());
    }

    private SipRequest nextRequest() {
        dialog = dialog.counted();
        SipRequest request =
                dialog.request("BYE", dialog.localCSeq(), context.own(), context.tokens().next());
        bye = ClientKey.of(request);
        return request;
    }

    void response(ClientKey key, SipResponse response) {
        if (response.provisional() || !key.equals(bye)) {
            return;
        }
        boolean challenged = response.status() == 401 || response.status() == 407;
        Optional<Credentials> credentials =
                context.trunk().credentials(dialog.hop()).filter(_ -> challenged && !byeProved);
        Optional<DigestChallenge> challenge =
                credentials.flatMap(c -> DigestChallenge.of(response, c));
        if (challenge.isEmpty()) {
            end();
            return;
        }
        byeProved = true;
        SipRequest again =
                Digest.answer(
                        nextRequest(),
                        response.status(),
                        challenge.get(),
                        credentials.get(),
                        context.tokens().next());
        effects.ask(again, dialog.hop());
    }

    void noAnswer(ClientKey key) {
        if (key.equals(bye)) {
            end();
        }
    }

    void tick(Instant now) {
        Reoffer waiting = reoffer;
        if (waiting != null && !now.isBefore(waiting.until())) {
            answerReoffer(Optional.empty(), now);
        }
        Unacked awaited = unacked;
        if (awaited != null && !now.isBefore(awaited.until())) {
            unacked = null;
            effects.tellEnd(context.call(), HangupCause.CONGESTION, 0);
            sendBye(byeWanted.orElse(HangupCause.CONGESTION), now);
        } else if (awaited != null && !now.isBefore(awaited.resendAt())) {
            repeat(awaited, now);
        }
        if (!now.isBefore(leaveBy)) {
            end();
        }
    }

    private void repeat(Unacked awaited, Instant now) {
        Duration longer = Timing.slower(awaited.pause());
        unacked =
                new Unacked(
                        awaited.key(),
                        awaited.ok(),
                        awaited.cseq(),
                        awaited.offers(),
                        now.plus(longer),
                        longer,
                        awaited.until());
        effects.answer(awaited.key(), awaited.ok());
    }

    private void end() {
        state = State.OVER;
        reoffer = null;
        unacked = null;
        leaveBy = Timing.NEVER;
    }

    Instant deadline() {
        Instant first = leaveBy;
        if (unacked != null) {
            first = Timing.earlier(first, Timing.earlier(unacked.resendAt(), unacked.until()));
        }
        return reoffer == null ? first : Timing.earlier(first, reoffer.until());
    }

    boolean over() {
        return state == State.OVER;
    }
}
