package org.sonnerie.trunk.sip;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sonnerie.trunk.sip.TransactionEffect.Deliver;
import org.sonnerie.trunk.sip.TransactionEffect.GiveUp;
import org.sonnerie.trunk.sip.TransactionEffect.Transmit;

/**
 * INVITE, client side (RFC 3261 section 17.1.1 as changed by RFC 6026 section 8.4).
 *
 * <pre>
 * CALLING --1xx--> PROCEEDING --2xx--> ACCEPTED --timer M--> OVER
 *    |  timer A: again    \--3xx-6xx--> COMPLETED --timer D--> OVER
 *    \--timer B--> OVER
 * </pre>
 *
 * @param state where it stands
 * @param request the INVITE
 * @param reliable true for TCP: nothing is repeated
 * @param ack of a final refusal, once sent
 * @param resendAt timer A
 * @param pause the length timer A had last
 * @param endsAt timer B, D or M
 */
public record InviteClientTransaction(
        State state,
        SipRequest request,
        boolean reliable,
        Optional<SipRequest> ack,
        Instant resendAt,
        Duration pause,
        Instant endsAt)
        implements ClientTransaction {
    /** The states of figure 5, with ACCEPTED of RFC 6026. */
    public enum State {
        /** Sent, nothing heard. */
        CALLING,
        /** A provisional answer came. */
        PROCEEDING,
        /** Refused; the ACK is repeated as often as the refusal is. */
        COMPLETED,
        /** Accepted; further 2xx of other branches may come. */
        ACCEPTED,
        /** Nothing more. */
        OVER
    }

    /**
     * Begins.
     *
     * @param request the INVITE
     * @param reliable true for TCP
     * @param now the time
     * @return the transaction and its first packet
     */
    public static Step start(SipRequest request, boolean reliable, Instant now) {
        InviteClientTransaction begun =
                new InviteClientTransaction(
                        State.CALLING,
                        request,
                        reliable,
                        Optional.empty(),
                        Timing.after(now, Timing.T1, reliable),
                        Timing.T1,
                        now.plus(Timing.GIVE_UP));
        return Step.of(begun, new Transmit(request));
    }

    @Override
    public Step on(SipResponse response, Instant now) {
        return switch (state) {
            case CALLING, PROCEEDING -> first(response, now);
            case COMPLETED ->
                    ack.isPresent() && response.status() >= 300
                            ? Step.of(this, new Transmit(ack.get()))
                            : Step.of(this);
            case ACCEPTED ->
                    response.success() ? Step.of(this, new Deliver(response)) : Step.of(this);
            case OVER -> Step.of(this);
        };
    }

    private Step first(SipResponse response, Instant now) {
        Deliver deliver = new Deliver(response);
        if (response.provisional()) {
            return Step.of(in(State.PROCEEDING, Timing.NEVER), deliver);
        }
        if (response.success()) {
            return Step.of(in(State.ACCEPTED, now.plus(Timing.GIVE_UP)), deliver);
        }
        SipRequest sent = ackOf(response);
        State next = reliable ? State.OVER : State.COMPLETED;
        InviteClientTransaction refused =
                new InviteClientTransaction(
                        next,
                        request,
                        reliable,
                        Optional.of(sent),
                        Timing.NEVER,
                        pause,
                        now.plus(Timing.GIVE_UP));
        return Step.of(refused, new Transmit(sent), deliver);
    }

    /** The ACK of a refusal belongs to this transaction (section 17.1.1.3). */
    private SipRequest ackOf(SipResponse response) {
        Headers from = request.headers();
        Headers headers =
                Headers.NONE
                        .and("Via", from.first("Via").orElseThrow())
                        .and("Max-Forwards", "70")
                        .andEach("Route", from.lines("Route"))
                        .andEach("From", from.lines("From"))
                        .andEach("To", response.headers().lines("To"))
                        .and("Call-ID", request.callId())
                        .and("CSeq", request.cseq().number() + " ACK");
        return new SipRequest("ACK", request.uri(), headers, "");
    }

    @Override
    public Step onTime(Instant now) {
        if (!now.isBefore(endsAt)) {
            InviteClientTransaction ended = in(State.OVER, Timing.NEVER);
            return state == State.CALLING ? Step.of(ended, new GiveUp()) : Step.of(ended);
        }
        if (state == State.CALLING && !now.isBefore(resendAt)) {
            Duration longer = pause.multipliedBy(2);
            InviteClientTransaction next =
                    new InviteClientTransaction(
                            state, request, reliable, ack, now.plus(longer), longer, endsAt);
            return Step.of(next, new Transmit(request));
        }
        return Step.of(this);
    }

    @Override
    public Step onSendFailed() {
        return state == State.CALLING
                ? Step.of(in(State.OVER, Timing.NEVER), new GiveUp())
                : Step.of(this);
    }

    @Override
    public Instant deadline() {
        return Timing.earlier(resendAt, endsAt);
    }

    @Override
    public boolean over() {
        return state == State.OVER;
    }

    private InviteClientTransaction in(State next, Instant end) {
        return new InviteClientTransaction(next, request, reliable, ack, Timing.NEVER, pause, end);
    }
}
