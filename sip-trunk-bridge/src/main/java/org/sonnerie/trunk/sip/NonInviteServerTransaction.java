package org.sonnerie.trunk.sip;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.trunk.sip.TransactionEffect.Transmit;

/**
 * Any other request, server side (RFC 3261 section 17.2.2).
 *
 * <pre>
 * TRYING --1xx--> PROCEEDING --200-699--> COMPLETED --timer J--> OVER
 * </pre>
 *
 * @param state where it stands
 * @param reliable true for TCP
 * @param last response, repeated when the request is
 * @param endsAt timer J
 */
public record NonInviteServerTransaction(
        State state, boolean reliable, Optional<SipResponse> last, Instant endsAt)
        implements ServerTransaction {
    /** The states of figure 8. */
    public enum State {
        /** Not answered. */
        TRYING,
        /** Provisionally answered. */
        PROCEEDING,
        /** Finally answered. */
        COMPLETED,
        /** Nothing more. */
        OVER
    }

    /**
     * Begins.
     *
     * @param reliable true for TCP
     * @return the transaction
     */
    public static NonInviteServerTransaction start(boolean reliable) {
        return new NonInviteServerTransaction(
                State.TRYING, reliable, Optional.empty(), Timing.NEVER);
    }

    @Override
    public Step on(SipRequest request, Instant now) {
        return last.isPresent() && state != State.OVER
                ? Step.of(this, new Transmit(last.get()))
                : Step.of(this);
    }

    @Override
    public Step respond(SipResponse response, Instant now) {
        if (state == State.COMPLETED || state == State.OVER) {
            return Step.of(this);
        }
        State finished = reliable ? State.OVER : State.COMPLETED;
        State next = response.provisional() ? State.PROCEEDING : finished;
        Instant end = response.provisional() ? Timing.NEVER : now.plus(Timing.GIVE_UP);
        return Step.of(
                new NonInviteServerTransaction(next, reliable, Optional.of(response), end),
                new Transmit(response));
    }

    @Override
    public Step onTime(Instant now) {
        return now.isBefore(endsAt)
                ? Step.of(this)
                : Step.of(new NonInviteServerTransaction(State.OVER, reliable, last, Timing.NEVER));
    }

    @Override
    public Instant deadline() {
        return endsAt;
    }

    @Override
    public boolean over() {
        return state == State.OVER;
    }
}
