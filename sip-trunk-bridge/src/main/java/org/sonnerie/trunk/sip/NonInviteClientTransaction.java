package org.sonnerie.trunk.sip;

import java.time.Duration;
import java.time.Instant;
import org.sonnerie.trunk.sip.TransactionEffect.Deliver;
import org.sonnerie.trunk.sip.TransactionEffect.GiveUp;
import org.sonnerie.trunk.sip.TransactionEffect.Transmit;

/**
 * Any other request, client side (RFC 3261 section 17.1.2).
 *
 * <pre>
 * TRYING --1xx--> PROCEEDING --2xx-6xx--> COMPLETED --timer K--> OVER
 *    timer E: again in both; timer F: OVER
 * </pre>
 *
 * @param state where it stands
 * @param request what was asked
 * @param reliable true for TCP: nothing is repeated
 * @param resendAt timer E
 * @param pause the length timer E had last
 * @param endsAt timer F or K
 */
public record NonInviteClientTransaction(
        State state,
        SipRequest request,
        boolean reliable,
        Instant resendAt,
        Duration pause,
        Instant endsAt)
        implements ClientTransaction {
    /** The states of figure 6. */
    public enum State {
        /** Sent, nothing heard. */
        TRYING,
        /** A provisional answer came. */
        PROCEEDING,
        /** Answered; repetitions of the answer are absorbed. */
        COMPLETED,
        /** Nothing more. */
        OVER
    }

    /**
     * Begins.
     *
     * @param request any but INVITE and ACK
     * @param reliable true for TCP
     * @param now the time
     * @return the transaction and its first packet
     */
    public static Step start(SipRequest request, boolean reliable, Instant now) {
        NonInviteClientTransaction begun =
                new NonInviteClientTransaction(
                        State.TRYING,
                        request,
                        reliable,
                        Timing.after(now, Timing.T1, reliable),
                        Timing.T1,
                        now.plus(Timing.GIVE_UP));
        return Step.of(begun, new Transmit(request));
    }

    @Override
    public Step on(SipResponse response, Instant now) {
        if (state == State.COMPLETED || state == State.OVER) {
            return Step.of(this);
        }
        if (response.provisional()) {
            return Step.of(
                    new NonInviteClientTransaction(
                            State.PROCEEDING,
                            request,
                            reliable,
                            Timing.after(now, Timing.T2, reliable),
                            Timing.T2,
                            endsAt),
                    new Deliver(response));
        }
        State next = reliable ? State.OVER : State.COMPLETED;
        return Step.of(in(next, now.plus(Timing.T4)), new Deliver(response));
    }

    @Override
    public Step onTime(Instant now) {
        if (!now.isBefore(endsAt)) {
            NonInviteClientTransaction ended = in(State.OVER, Timing.NEVER);
            return waiting() ? Step.of(ended, new GiveUp()) : Step.of(ended);
        }
        if (waiting() && !now.isBefore(resendAt)) {
            Duration longer = Timing.slower(pause);
            NonInviteClientTransaction next =
                    new NonInviteClientTransaction(
                            state, request, reliable, now.plus(longer), longer, endsAt);
            return Step.of(next, new Transmit(request));
        }
        return Step.of(this);
    }

    @Override
    public Step onSendFailed() {
        return waiting() ? Step.of(in(State.OVER, Timing.NEVER), new GiveUp()) : Step.of(this);
    }

    @Override
    public Instant deadline() {
        return Timing.earlier(resendAt, endsAt);
    }

    @Override
    public boolean over() {
        return state == State.OVER;
    }

    private boolean waiting() {
        return state == State.TRYING || state == State.PROCEEDING;
    }

    private NonInviteClientTransaction in(State next, Instant end) {
        return new NonInviteClientTransaction(next, request, reliable, Timing.NEVER, pause, end);
    }
}
