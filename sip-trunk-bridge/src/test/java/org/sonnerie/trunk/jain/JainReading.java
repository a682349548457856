package org.sonnerie.trunk.jain;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sip.address.Address;
import javax.sip.header.CSeqHeader;
import javax.sip.header.HeaderAddress;
import javax.sip.header.Parameters;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** What JAIN-SIP reads in a message, in the words of {@link Field}. */
public final class JainReading {
    private JainReading() {}

    /**
     * Reads, strictly.
     *
     * @param octets one whole message
     * @return what stands in it
     * @throws AssertionError if JAIN-SIP does not take it
     */
    public static SortedMap<Field, String> of(byte[] octets) {
        return of(parsed(octets));
    }

    /**
     * Reads a message and writes it anew.
     *
     * @param octets one whole message
     * @return as JAIN-SIP would send it
     */
    public static byte[] rewritten(byte[] octets) {
        SIPMessage message = parsed(octets);
        return message.encodeAsBytes(message.getTopmostVia().getTransport());
    }

    private static SIPMessage parsed(byte[] octets) {
        try {
            return new StringMsgParser()
                    .parseSIPMessage(
                            octets,
                            true,
                            true,
                            (fault, _, _, header, _) -> {
                                throw fault;
                            });
        } catch (ParseException e) {
            throw new AssertionError(
                    "JAIN-SIP refuses " + new String(octets, StandardCharsets.UTF_8), e);
        }
    }

    private static SortedMap<Field, String> of(SIPMessage message) {
        SortedMap<Field, String> all = new TreeMap<>();
        if (message instanceof Request request) {
            all.put(Field.START, request.getMethod() + " " + request.getRequestURI());
        } else if (message instanceof Response response) {
            all.put(Field.START, response.getStatusCode() + " " + response.getReasonPhrase());
        }
        all.put(Field.VIA, list(values(message, "via", header -> via((ViaHeader) header))));
        all.put(Field.FROM, party(message.getFrom().getAddress(), message.getFromTag()));
        all.put(Field.TO, party(message.getTo().getAddress(), message.getToTag()));
        all.put(Field.CALL_ID, message.getCallId().getCallId());
        CSeqHeader cseq = message.getCSeq();
        all.put(Field.CSEQ, cseq.getSeqNumber() + " " + cseq.getMethod());
        for (Field field : Field.ADDRESSES) {
            put(all, field, values(message, field.header(), JainReading::uri));
        }
        for (Field field : Field.LISTS) {
            put(all, field, values(message, field.header(), SIPHeader::getValue));
        }
        for (Field field : Field.WORDS) {
            put(all, field, values(message, field.header(), SIPHeader::getValue));
        }
        for (Field field : Field.PROOFS) {
            put(all, field, values(message, field.header(), JainReading::parameters));
        }
        byte[] body = Optional.ofNullable(message.getRawContent()).orElse(new byte[0]);
        put(all, Field.BODY, List.of(new String(body, StandardCharsets.UTF_8)));
        return all;
    }

    private interface Reader {
        String read(SIPHeader header);
    }

    private static List<String> values(SIPMessage message, String name, Reader reader) {
        List<String> all = new ArrayList<>();
        ListIterator<SIPHeader> headers = message.getHeaders(name);
        while (headers.hasNext()) {
            all.add(reader.read(headers.next()));
        }
        return all;
    }

    private static void put(SortedMap<Field, String> all, Field field, List<String> texts) {
        if (!list(texts).isEmpty()) {
            all.put(field, list(texts));
        }
    }

    private static String list(List<String> elements) {
        return String.join(" | ", elements);
    }

    private static String via(ViaHeader via) {
        return Field.via(
                via.getTransport(),
                via.getHost() + (via.getPort() > 0 ? ":" + via.getPort() : ""),
                Optional.ofNullable(via.getBranch()),
                Optional.ofNullable(via.getReceived()),
                Optional.ofNullable(via.getParameter("rport")));
    }

    private static String party(Address address, String tag) {
        String name = Optional.ofNullable(address.getDisplayName()).orElse("");
        return Field.party(
                Field.unescaped(name), address.getURI().toString(), Optional.ofNullable(tag));
    }

    private static String uri(SIPHeader header) {
        return ((HeaderAddress) header).getAddress().getURI().toString();
    }

    private static String parameters(SIPHeader header) {
        TreeMap<String, String> all = new TreeMap<>();
        Parameters parameters = (Parameters) header;
        Iterator<?> names = parameters.getParameterNames();
        while (names.hasNext()) {
            String name = names.next().toString();
            all.put(name.toLowerCase(Locale.ROOT), Field.unescaped(parameters.getParameter(name)));
        }
        return all.toString();
    }
}
