package org.sonnerie.trunk.sip;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sonnerie.trunk.sip.TransactionEffect.Deliver;
import org.sonnerie.trunk.sip.TransactionEffect.Transmit;

/**
 * INVITE, server side (RFC 3261 section 17.2.1 as changed by RFC 6026 section 8.7).
 *
 * <pre>
 * PROCEEDING --2xx--> ACCEPTED --timer L--> OVER
 *      \--300-699--> COMPLETED --ACK--> CONFIRMED --timer I--> OVER
 *                    timer G: again; timer H: OVER
 * </pre>
 *
 * The user repeats a 2xx himself until its ACK comes (section 13.3.1.4).
 *
 * @param state where it stands
 * @param reliable true for TCP
 * @param last response, repeated when the INVITE is
 * @param resendAt timer G
 * @param pause the length timer G had last
 * @param endsAt timer H, I or L
 */
public record InviteServerTransaction(
        State state,
        boolean reliable,
        Optional<SipResponse> last,
        Instant resendAt,
        Duration pause,
        Instant endsAt)
        implements ServerTransaction {
    /** The states of figure 7, with ACCEPTED of RFC 6026. */
    public enum State {
        /** Not finally answered. */
        PROCEEDING,
        /** Refused; the refusal is repeated until its ACK comes. */
        COMPLETED,
        /** The ACK of the refusal came; its repetitions are absorbed. */
        CONFIRMED,
        /** Accepted; repetitions of the INVITE are absorbed. */
        ACCEPTED,
        /** Nothing more. */
        OVER
    }

    /**
     * Begins.
     *
     * @param reliable true for TCP
     * @return the transaction
     */
    public static InviteServerTransaction start(boolean reliable) {
        return new InviteServerTransaction(
                State.PROCEEDING,
                reliable,
                Optional.empty(),
                Timing.NEVER,
                Timing.T1,
                Timing.NEVER);
    }

    @Override
    public Step on(SipRequest request, Instant now) {
        if (!request.is("ACK")) {
            boolean again = state == State.PROCEEDING || state == State.COMPLETED;
            return again && last.isPresent()
                    ? Step.of(this, new Transmit(last.get()))
                    : Step.of(this);
        }
        return switch (state) {
            case COMPLETED -> {
                State next = reliable ? State.OVER : State.CONFIRMED;
                yield Step.of(in(next, Timing.NEVER, now.plus(Timing.T4)));
            }
            case ACCEPTED -> Step.of(this, new Deliver(request));
            case PROCEEDING, CONFIRMED, OVER -> Step.of(this);
        };
    }

    @Override
    public Step respond(SipResponse response, Instant now) {
        Transmit transmit = new Transmit(response);
        if (state == State.ACCEPTED && response.success()) {
            return Step.of(this, transmit);
        }
        if (state != State.PROCEEDING) {
            return Step.of(this);
        }
        InviteServerTransaction with =
                new InviteServerTransaction(
                        state, reliable, Optional.of(response), resendAt, pause, endsAt);
        if (response.provisional()) {
            return Step.of(with, transmit);
        }
        Instant end = now.plus(Timing.GIVE_UP);
        return response.success()
                ? Step.of(with.in(State.ACCEPTED, Timing.NEVER, end), transmit)
                : Step.of(
                        with.in(State.COMPLETED, Timing.after(now, Timing.T1, reliable), end),
                        transmit);
    }

    @Override
    public Step onTime(Instant now) {
        if (!now.isBefore(endsAt)) {
            return Step.of(in(State.OVER, Timing.NEVER, Timing.NEVER));
        }
        if (state == State.COMPLETED && !now.isBefore(resendAt) && last.isPresent()) {
            Duration longer = Timing.slower(pause);
            InviteServerTransaction next =
                    new InviteServerTransaction(
                            state, reliable, last, now.plus(longer), longer, endsAt);
            return Step.of(next, new Transmit(last.get()));
        }
        return Step.of(this);
    }

    @Override
    public Instant deadline() {
        return Timing.earlier(resendAt, endsAt);
    }

    @Override
    public boolean over() {
        return state == State.OVER;
    }

    private InviteServerTransaction in(State next, Instant resend, Instant end) {
        return new InviteServerTransaction(next, reliable, last, resend, pause, end);
    }
}
