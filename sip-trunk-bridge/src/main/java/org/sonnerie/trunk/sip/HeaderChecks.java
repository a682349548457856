package org.sonnerie.trunk.sip;

import java.util.List;

/** Whether the header fields every message needs are there once and well-formed (section 8.1.1). */
final class HeaderChecks {
    private static final List<String> ONCE =
            List.of(
                    "From",
                    "To",
                    "Call-ID",
                    "CSeq",
                    "Max-Forwards",
                    "Content-Length",
                    "Content-Type",
                    "Expires");

    private HeaderChecks() {}

    static void check(StartLine start, Headers headers) {
        for (String name : ONCE) {
            if (headers.lines(name).size() > 1) {
                throw new SipSyntaxException("more than one " + name);
            }
        }
        vias(headers);
        NameAddress.read(needed(headers, "From"));
        NameAddress.read(needed(headers, "To"));
        String callId = needed(headers, "Call-ID");
        if (callId.isEmpty() || callId.indexOf(' ') >= 0) {
            throw new SipSyntaxException("Call-ID");
        }
        CSeq cseq =
                CSeq.parse(needed(headers, "CSeq"))
                        .orElseThrow(() -> new SipSyntaxException("CSeq"));
        if (start.isRequest() && !cseq.method().equals(start.method())) {
            throw new SipSyntaxException("CSeq of another method");
        }
        optional(headers);
    }

    private static void vias(Headers headers) {
        List<String> vias = headers.elements("Via");
        if (vias.isEmpty() || vias.size() > SipLimits.VIAS) {
            throw new SipSyntaxException("Via");
        }
        vias.forEach(Via::read);
    }

    private static void optional(Headers headers) {
        headers.first("Max-Forwards").ifPresent(HeaderChecks::hops);
        headers.elements("Contact").stream()
                .filter(contact -> !contact.equals("*"))
                .forEach(NameAddress::read);
        headers.elements("Route").forEach(NameAddress::read);
        headers.elements("Record-Route").forEach(NameAddress::read);
    }

    private static void hops(String value) {
        boolean digits = !value.isEmpty() && value.chars().allMatch(SipText::isDigit);
        if (!digits || value.length() > 5 || Integer.parseInt(value) > 255) {
            throw new SipSyntaxException("Max-Forwards");
        }
    }

    private static String needed(Headers headers, String name) {
        return headers.first(name).orElseThrow(() -> new SipSyntaxException("no " + name));
    }
}
