package org.sonnerie.trunk.jain;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sonnerie.trunk.sip.NameAddress;
import org.sonnerie.trunk.sip.ParseResult;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.sip.SipParser;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.SipText;
import org.sonnerie.trunk.sip.Via;

/** What our own parser reads in a message, in the words of {@link Field}. */
public final class OurReading {
    private OurReading() {}

    /**
     * Reads.
     *
     * @param octets one whole message
     * @return what stands in it
     * @throws AssertionError if our parser does not take it
     */
    public static SortedMap<Field, String> of(byte[] octets) {
        if (SipParser.parse(octets) instanceof ParseResult.Parsed(SipMessage message)) {
            return of(message);
        }
        throw new AssertionError("our parser refuses " + SipParser.parse(octets));
    }

    private static SortedMap<Field, String> of(SipMessage message) {
        SortedMap<Field, String> all = new TreeMap<>();
        all.put(
                Field.START,
                switch (message) {
                    case SipRequest request -> request.method() + " " + request.uri();
                    case SipResponse response -> response.status() + " " + response.reason();
                });
        all.put(
                Field.VIA,
                list(
                        message.headers().elements("Via").stream()
                                .map(via -> via(Via.parse(via).orElseThrow()))
                                .toList()));
        all.put(Field.FROM, party(message.from()));
        all.put(Field.TO, party(message.to()));
        all.put(Field.CALL_ID, message.callId());
        all.put(Field.CSEQ, message.cseq().number() + " " + message.cseq().method());
        for (Field field : Field.ADDRESSES) {
            put(all, field, list(uris(message, field)));
        }
        for (Field field : Field.LISTS) {
            put(all, field, list(message.headers().elements(field.header())));
        }
        for (Field field : Field.WORDS) {
            put(all, field, message.headers().first(field.header()).orElse(""));
        }
        for (Field field : Field.PROOFS) {
            put(
                    all,
                    field,
                    list(
                            message.headers().lines(field.header()).stream()
                                    .map(Field::sorted)
                                    .toList()));
        }
        put(all, Field.BODY, SipText.utf8(message.body()));
        return all;
    }

    private static void put(SortedMap<Field, String> all, Field field, String text) {
        if (!text.isEmpty()) {
            all.put(field, text);
        }
    }

    private static String list(List<String> elements) {
        return String.join(" | ", elements);
    }

    private static String via(Via via) {
        return Field.via(
                via.transport(),
                via.host()
                        + via.port().stream().mapToObj(port -> ":" + port).findFirst().orElse(""),
                via.branch(),
                via.parameters().get("received"),
                via.parameters().get("rport"));
    }

    private static String party(NameAddress address) {
        return Field.party(SipText.utf8(address.displayName()), address.uri(), address.tag());
    }

    private static List<String> uris(SipMessage message, Field field) {
        return message.headers().elements(field.header()).stream()
                .map(NameAddress::parse)
                .flatMap(Optional::stream)
                .map(NameAddress::uri)
                .toList();
    }
}
