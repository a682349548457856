package org.sonnerie.trunk.dialog;

import java.util.Locale;
import java.util.Optional;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.SipResponse;

/** The Reason header with a Q.850 cause (RFC 3326, RFC 6432). */
final class Reasons {
    private Reasons() {}

    static String header(HangupCause cause) {
        return "Q.850;cause=" + cause.q850();
    }

    static Optional<HangupCause> read(Headers headers) {
        return headers.elements("Reason").stream()
                .map(value -> value.toLowerCase(Locale.ROOT).replace(" ", ""))
                .filter(value -> value.startsWith("q.850;"))
                .map(Reasons::number)
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(HangupCause::ofQ850);
    }

    private static Optional<Integer> number(String value) {
        int at = value.indexOf(";cause=");
        String digits = at < 0 ? "" : value.substring(at + 7).split(";", 2)[0];
        return digits.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    /** Where the status is vague, the Reason says more. */
    static HangupCause of(SipResponse refusal) {
        HangupCause cause = HangupCause.ofSipStatus(refusal.status());
        Optional<HangupCause> told =
                read(refusal.headers()).filter(reason -> reason != HangupCause.NORMAL);
        return switch (cause) {
            case UNAVAILABLE, CONGESTION, FAILURE -> told.orElse(cause);
            case NORMAL,
                    CANCELLED,
                    BUSY,
                    NO_ANSWER,
                    REJECTED,
                    NOT_FOUND,
                    FORBIDDEN,
                    NOT_ACCEPTABLE ->
                    cause;
        };
    }

    /** The status that refuses an INVITE: one that only ends a call becomes 480. */
    static int refusal(HangupCause cause) {
        return switch (cause) {
            case NORMAL, CANCELLED -> HangupCause.UNAVAILABLE.sipStatus();
            case BUSY,
                    NO_ANSWER,
                    UNAVAILABLE,
                    REJECTED,
                    NOT_FOUND,
                    FORBIDDEN,
                    NOT_ACCEPTABLE,
                    CONGESTION,
                    FAILURE ->
                    cause.sipStatus();
        };
    }
}
