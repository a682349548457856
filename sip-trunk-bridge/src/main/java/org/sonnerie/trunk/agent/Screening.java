package org.sonnerie.trunk.agent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.ParseResult;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;

/** What is refused before anything looks at it, in the order of RFC 3261 section 8.2. */
final class Screening {
    private static final Set<String> SERVED = Set.of("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS");

    private static final Set<String> KNOWN =
            Set.of(
                    "INFO",
                    "MESSAGE",
                    "NOTIFY",
                    "PRACK",
                    "PUBLISH",
                    "REFER",
                    "REGISTER",
                    "SUBSCRIBE",
                    "UPDATE");

    private Screening() {}

    static Optional<SipResponse> refusal(SipRequest request, String tag) {
        if (!SERVED.contains(request.method())) {
            return KNOWN.contains(request.method())
                    ? Optional.of(SipResponse.to(request, 405, tag).with("Allow", OwnAddress.ALLOW))
                    : Optional.of(SipResponse.to(request, 501, tag));
        }
        String scheme = request.uri().split(":", 2)[0].toLowerCase(Locale.ROOT);
        if (!scheme.equals("sip") && !scheme.equals("tel")) {
            return Optional.of(SipResponse.to(request, 416, tag));
        }
        List<String> required = request.headers().elements("Require");
        if (!required.isEmpty() && !request.is("CANCEL")) {
            return Optional.of(
                    SipResponse.to(request, 420, tag)
                            .with("Unsupported", String.join(", ", required)));
        }
        return request.is("INVITE") ? content(request, tag) : Optional.empty();
    }

    /** Whether a message can only concern a dialog or a request of ours. */
    static boolean inDialog(ParseResult result) {
        return switch (result) {
            case ParseResult.Parsed(SipRequest request) -> request.to().tag().isPresent();
            case ParseResult.Parsed(SipResponse _) -> true;
            case ParseResult.Refused _, ParseResult.Unusable _ -> false;
        };
    }

    /**
     * What needs no leg: OPTIONS (section 11.2), requests in dialogs that are no more, and a CANCEL
     * that comes late, which is still understood (section 9.2).
     */
    static SipResponse outOfDialog(SipRequest request, boolean late, String tag) {
        boolean asks = request.is("OPTIONS") && request.to().tag().isEmpty();
        SipResponse response = SipResponse.to(request, asks || late ? 200 : 481, tag);
        return asks
                ? response.with("Allow", OwnAddress.ALLOW).with("Accept", "application/sdp")
                : response;
    }

    private static Optional<SipResponse> content(SipRequest request, String tag) {
        Headers headers = request.headers();
        boolean coded =
                headers.elements("Content-Encoding").stream()
                        .anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
        if (coded || (!request.body().isEmpty() && request.sdp().isEmpty())) {
            return Optional.of(
                    SipResponse.to(request, 415, tag)
                            .with("Accept", "application/sdp")
                            .with("Accept-Encoding", "identity"));
        }
        List<String> accepted = headers.elements("Accept");
        boolean takesSdp =
                headers.first("Accept").isEmpty()
                        || accepted.stream()
                                .map(type -> type.split(";", 2)[0].strip())
                                .anyMatch(type ->
                                        type.equalsIgnoreCase("application/sdp")
                                                || type.equalsIgnoreCase("application/*")
                                                || type.equals("*/*"));
        return takesSdp
                ? Optional.empty()
                : Optional.of(SipResponse.to(request, 406, tag).with("Accept", "application/sdp"));
    }
}
