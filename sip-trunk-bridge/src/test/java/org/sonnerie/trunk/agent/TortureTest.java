package org.sonnerie.trunk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.fake.CountingTokens;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.ParseResult;
import org.sonnerie.trunk.sip.SipParser;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.SipWriter;
import org.sonnerie.trunk.sip.Vectors;

/**
 * Every message of RFC 4475 and RFC 5118, sent by a carrier: how it is read and what it is answered
 * with (0: nothing).
 */
final class TortureTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Hop CARRIER = new Hop(Transport.UDP, "192.0.2.1", 5060, 0);

    private final List<String> counted = new ArrayList<>();
    private final SipAgent agent =
            new SipAgent(
                    new OwnAddress("198.51.100.1", 5060), new CountingTokens("t"), counted::add);

    TortureTest() {
        TrunkAccount account =
                new TrunkAccount(
                        new TrunkId("carrier"),
                        Transport.UDP,
                        "192.0.2.1",
                        5060,
                        List.of(),
                        Optional.empty());
        agent.command(new TrunkCommand.Configure(List.of(account)), NOW);
        agent.drain();
    }

    /** RFC 4475 sections 3.1.1 (valid), 3.2, 3.3, 3.4. */
    @ParameterizedTest
    @CsvSource({
        "wsinv, 481", // 3.1.1.1 a short tortuous INVITE, in a dialog we do not have
        "intmeth, 501", // 3.1.1.2 wide range of valid characters
        "esc01, 100", // 3.1.1.3 valid use of the % escaping mechanism
        "escnull, 405", // 3.1.1.4 escaped nulls in URIs; we are no registrar
        "esc02, 501", // 3.1.1.5 use of % when it is not an escape
        "lwsdisp, 200", // 3.1.1.6 no LWS between display name and <
        "longreq, 100", // 3.1.1.7 long values in header fields
        "dblreq, 405", // 3.1.1.8 extra trailing octets in a datagram
        "semiuri, 200", // 3.1.1.9 semicolon-separated parameters in the user part
        "transports, 200", // 3.1.1.10 varied and unknown transport types
        "mpart01, 405", // 3.1.1.11 multipart MIME; MESSAGE is not served
        "unreason, 0", // 3.1.1.12 unusual reason phrase, a stray response
        "noreason, 0", // 3.1.1.13 empty reason phrase, a stray response
        "badbranch, 200", // 3.2.1 missing transaction identifier
        "unkscm, 416", // 3.3.2 Request-URI with unknown scheme
        "novelsc, 416", // 3.3.3 Request-URI with known but atypical scheme
        "unksm2, 405", // 3.3.4 unknown URI schemes in header fields
        "bext01, 420", // 3.3.5 Require and Proxy-Require unsatisfied
        "invut, 415", // 3.3.6 unknown Content-Type
        "regaut01, 405", // 3.3.7 unknown authorization scheme
        "bcast, 0", // 3.3.10 200 with broadcast Via: not for us
        "zeromf, 200", // 3.3.11 Max-Forwards of zero: the end point may answer
        "cparam01, 405", // 3.3.12 REGISTER with a Contact header parameter
        "cparam02, 405", // 3.3.13 REGISTER with a URL parameter
        "regescrt, 405", // 3.3.14 REGISTER with a URL escaped header
        "sdp01, 406", // 3.3.15 unacceptable Accept offering
        "inv2543, 100", // 3.4.1 INVITE with RFC 2543 syntax
    })
    void readsWhatIsWellFormed(String name, int answer) {
        ParseResult result = SipParser.parse(Vectors.read("rfc4475/" + name + ".dat"));
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        assertThat(answerTo(result)).isEqualTo(answer);
    }

    /** RFC 4475 section 3.1.2 (invalid) and the unreadable ones of 3.3. */
    @ParameterizedTest
    @CsvSource({
        "badinv01, 400", // 3.1.2.1 extraneous header field separators
        "clerr, 400", // 3.1.2.2 Content-Length larger than message
        "ncl, 400", // 3.1.2.3 negative Content-Length
        "scalar02, 400", // 3.1.2.4 request scalar fields with overlarge values
        "scalarlg, 0", // 3.1.2.5 response scalar fields with overlarge values
        "quotbal, 400", // 3.1.2.6 unterminated quoted string in display name
        "ltgtruri, 400", // 3.1.2.7 <> enclosing Request-URI
        "lwsruri, 400", // 3.1.2.8 malformed SIP Request-URI
        "lwsstart, 400", // 3.1.2.9 multiple SP separating Request-Line elements
        "trws, 400", // 3.1.2.10 SP characters at end of Request-Line
        "escruri, 400", // 3.1.2.11 escaped headers in SIP Request-URI
        "regbadct, 400", // 3.1.2.13 name-addr enclosing missing around a URI with headers
        "badaspec, 400", // 3.1.2.14 spaces within addr-spec
        "badvers, 505", // 3.1.2.16 unknown protocol version
        "mismatch01, 400", // 3.1.2.17 start line and CSeq method mismatch
        "mismatch02, 400", // 3.1.2.18 unknown method with CSeq method mismatch
        "bigcode, 0", // 3.1.2.19 overlarge response code
        "insuf, 0", // 3.3.1 missing required header fields: nothing to answer by
        "multi01, 400", // 3.3.8 multiple values in single value required fields
        "mcl01, 400", // 3.3.9 multiple Content-Length values
    })
    void refusesWhatIsNot(String name, int answer) {
        ParseResult result = SipParser.parse(Vectors.read("rfc4475/" + name + ".dat"));
        assertThat(result).isNotInstanceOf(ParseResult.Parsed.class);
        assertThat(answerTo(result)).isEqualTo(answer);
    }

    /** RFC 4475 sections 3.1.2.12 and 3.1.2.15 advise to read on. */
    @ParameterizedTest
    @CsvSource({
        "baddate, 100", // 3.1.2.12 invalid time zone in Date, which we do not use
        "baddn, 200", // 3.1.2.15 non-token characters in display name
    })
    void readsWhatDoesNoHarm(String name, int answer) {
        ParseResult result = SipParser.parse(Vectors.read("rfc4475/" + name + ".dat"));
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        assertThat(answerTo(result)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "ipv6-good, 405", // 4.1 a valid REGISTER
        "ipv6-bad, 400", // 4.2 IPv6 reference without brackets
        "port-ambiguous, 405", // 4.3 the port is part of the address
        "port-unambiguous, 405", // 4.4 the port stands outside of the brackets
        "via-received-param-no-delim, 200", // 4.5 received without brackets
        "via-received-param-with-delim, 481", // 4.5 received with brackets
        "ipv6-in-sdp, 100", // 4.6 IPv6 in the body
        "mult-ip-in-header, 481", // 4.7 IPv4 and IPv6 in Via
        "mult-ip-in-sdp, 100", // 4.8 IPv4 and IPv6 in the body
        "ipv4-mapped-ipv6, 100", // 4.9 IPv4-mapped addresses
        "ipv6-bug-abnf-3-colons, 200", // 4.10 to be tolerated
        "ipv6-correct-abnf-2-colons, 200", // 4.10 as it should be
    })
    void readsInternetProtocolSix(String name, int answer) {
        assertThat(answerTo(SipParser.parse(Vectors.read("rfc5118/" + name)))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"wsinv", "insuf", "badinv01", "bigcode"})
    void answersNoStranger(String name) {
        Hop stranger = new Hop(Transport.UDP, "203.0.113.9", 5060, 0);
        agent.receive(SipParser.parse(Vectors.read("rfc4475/" + name + ".dat")), stranger, NOW);
        assertThat(agent.drain()).isEmpty();
        assertThat(counted).contains("sip_dropped_strangers");
    }

    private int answerTo(ParseResult result) {
        agent.receive(result, CARRIER, NOW);
        List<SipResponse> answers =
                agent.drain().stream()
                        .filter(AgentOutput.Transmit.class::isInstance)
                        .map(AgentOutput.Transmit.class::cast)
                        .map(AgentOutput.Transmit::message)
                        .filter(SipResponse.class::isInstance)
                        .map(SipResponse.class::cast)
                        .toList();
        assertThat(answers).hasSizeLessThanOrEqualTo(1);
        // What we say must be readable itself, whatever it mirrors.
        answers.stream()
                .filter(answer -> result instanceof ParseResult.Parsed)
                .forEach(answer ->
                        assertThat(SipParser.parse(SipWriter.write(answer)))
                                .isInstanceOf(ParseResult.Parsed.class));
        return answers.isEmpty() ? 0 : answers.getFirst().status();
    }
}
