package org.sonnerie.pbx.trunks;

import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.trunk.api.HangupCause;

/** The one table between why a leg ended and what a carrier is told or tells. */
final class TrunkWords {
    private TrunkWords() {}

    static HangupCause cause(EndReason reason) {
        return switch (reason) {
            case HUNG_UP,
                    PAGE_LOST,
                    WRONG_PIN,
                    NO_CHOICE,
                    TRANSFERRED,
                    RETRIEVED,
                    REMOVED,
                    CONFERENCE_OVER,
                    ANSWERED_ELSEWHERE ->
                    HangupCause.NORMAL;
            case CANCELLED -> HangupCause.CANCELLED;
            case DECLINED -> HangupCause.REJECTED;
            case BUSY -> HangupCause.BUSY;
            case NO_ANSWER -> HangupCause.NO_ANSWER;
            // What a company may spend is nothing to its callers.
            case UNREACHABLE, SPENDING_LIMIT -> HangupCause.UNAVAILABLE;
            case UNKNOWN_NUMBER -> HangupCause.NOT_FOUND;
            case NOT_ALLOWED -> HangupCause.FORBIDDEN;
            case NO_MEDIA -> HangupCause.NOT_ACCEPTABLE;
            case NETWORK -> HangupCause.CONGESTION;
            case SERVER_RESTARTED -> HangupCause.FAILURE;
        };
    }

    static EndReason reason(HangupCause cause) {
        return switch (cause) {
            case NORMAL -> EndReason.HUNG_UP;
            case CANCELLED -> EndReason.CANCELLED;
            case BUSY -> EndReason.BUSY;
            case NO_ANSWER -> EndReason.NO_ANSWER;
            case UNAVAILABLE -> EndReason.UNREACHABLE;
            case REJECTED -> EndReason.DECLINED;
            case NOT_FOUND -> EndReason.UNKNOWN_NUMBER;
            case FORBIDDEN -> EndReason.NOT_ALLOWED;
            case NOT_ACCEPTABLE -> EndReason.NO_MEDIA;
            case CONGESTION, FAILURE -> EndReason.NETWORK;
        };
    }
}
