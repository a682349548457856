package org.sonnerie.trunk.sip;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compact forms (RFC 3261 section 7.3.3 and the IANA registry) and usual spellings. */
final class HeaderNames {
    private static final Map<String, String> COMPACT =
            Map.ofEntries(
                    Map.entry("a", "Accept-Contact"),
                    Map.entry("b", "Referred-By"),
                    Map.entry("c", "Content-Type"),
                    Map.entry("d", "Request-Disposition"),
                    Map.entry("e", "Content-Encoding"),
                    Map.entry("f", "From"),
                    Map.entry("i", "Call-ID"),
                    Map.entry("j", "Reject-Contact"),
                    Map.entry("k", "Supported"),
                    Map.entry("l", "Content-Length"),
                    Map.entry("m", "Contact"),
                    Map.entry("o", "Event"),
                    Map.entry("r", "Refer-To"),
                    Map.entry("s", "Subject"),
                    Map.entry("t", "To"),
                    Map.entry("u", "Allow-Events"),
                    Map.entry("v", "Via"),
                    Map.entry("x", "Session-Expires"),
                    Map.entry("y", "Identity"));

    private static final Map<String, String> USUAL =
            List.of(
                            "Accept",
                            "Allow",
                            "Authorization",
                            "Call-ID",
                            "Contact",
                            "Content-Encoding",
                            "Content-Length",
                            "Content-Type",
                            "CSeq",
                            "Expires",
                            "From",
                            "Max-Forwards",
                            "Min-Expires",
                            "P-Asserted-Identity",
                            "Privacy",
                            "Proxy-Authenticate",
                            "Proxy-Authorization",
                            "Reason",
                            "Record-Route",
                            "Require",
                            "Retry-After",
                            "Route",
                            "Server",
                            "Supported",
                            "To",
                            "Unsupported",
                            "User-Agent",
                            "Via",
                            "WWW-Authenticate")
                    .stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private HeaderNames() {}

    static String full(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String compact = COMPACT.get(lower);
        return compact != null ? compact : USUAL.getOrDefault(lower, name);
    }
}
