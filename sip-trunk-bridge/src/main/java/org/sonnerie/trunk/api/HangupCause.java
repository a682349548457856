package org.sonnerie.trunk.api;

import java.util.Optional;

/**
 * Why a call ended or never began, with its SIP status (RFC 3261 section 21) and Q.850 cause (RFC
 * 6432 Reason header): the one table for both directions.
 */
public enum HangupCause {
    /** Ended by one of the parties. */
    NORMAL(200, 16),
    /** The caller gave up before an answer. */
    CANCELLED(487, 16),
    /** The callee is talking. */
    BUSY(486, 17),
    /** It rang and nobody came. */
    NO_ANSWER(480, 19),
    /** The callee cannot be reached now. */
    UNAVAILABLE(480, 20),
    /** The callee said no. */
    REJECTED(603, 21),
    /** No such number. */
    NOT_FOUND(404, 1),
    /** The carrier does not carry this call. */
    FORBIDDEN(403, 57),
    /** No codec or media in common. */
    NOT_ACCEPTABLE(488, 88),
    /** No answer from the network, or it is overloaded. */
    CONGESTION(503, 42),
    /** Something broke. */
    FAILURE(500, 41);

    private final int sipStatus;
    private final int q850;

    HangupCause(int sipStatus, int q850) {
        this.sipStatus = sipStatus;
        this.q850 = q850;
    }

    /**
     * The status a refused INVITE is answered with.
     *
     * @return 200 for {@link #NORMAL}, else 4xx to 6xx
     */
    public int sipStatus() {
        return sipStatus;
    }

    /**
     * The Q.850 cause for the Reason header.
     *
     * @return 1 to 127
     */
    public int q850() {
        return q850;
    }

    /**
     * Reads a final status.
     *
     * @param status 300 to 699
     * @return the closest cause
     */
    public static HangupCause ofSipStatus(int status) {
        return switch (status) {
            case 404, 410, 484, 485, 604 -> NOT_FOUND;
            case 486, 600 -> BUSY;
            case 480 -> UNAVAILABLE;
            case 408 -> NO_ANSWER;
            case 487 -> CANCELLED;
            case 603 -> REJECTED;
            case 401, 402, 403, 407 -> FORBIDDEN;
            case 415, 488, 606 -> NOT_ACCEPTABLE;
            case 502, 503, 504 -> CONGESTION;
            default -> FAILURE;
        };
    }

    /**
     * Reads a Q.850 cause.
     *
     * @param q850 1 to 127
     * @return the closest cause; empty if the number says nothing we tell apart
     */
    public static Optional<HangupCause> ofQ850(int q850) {
        return switch (q850) {
            case 1, 22, 28 -> Optional.of(NOT_FOUND);
            case 16, 31 -> Optional.of(NORMAL);
            case 17 -> Optional.of(BUSY);
            case 18, 19 -> Optional.of(NO_ANSWER);
            case 20, 27 -> Optional.of(UNAVAILABLE);
            case 21 -> Optional.of(REJECTED);
            case 34, 38, 42, 44 -> Optional.of(CONGESTION);
            case 41 -> Optional.of(FAILURE);
            case 50, 52, 54, 57 -> Optional.of(FORBIDDEN);
            case 65, 79, 88 -> Optional.of(NOT_ACCEPTABLE);
            default -> Optional.empty();
        };
    }
}
