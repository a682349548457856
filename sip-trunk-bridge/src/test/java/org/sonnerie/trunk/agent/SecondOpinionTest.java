package org.sonnerie.trunk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonnerie.trunk.jain.Field;
import org.sonnerie.trunk.jain.JainMessages;
import org.sonnerie.trunk.jain.JainReading;
import org.sonnerie.trunk.jain.OurReading;
import org.sonnerie.trunk.sip.Credentials;
import org.sonnerie.trunk.sip.DigestChallenge;
import org.sonnerie.trunk.sip.ParseResult;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.sip.SipParser;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.SipWriter;

/** Two stacks, ours and JAIN-SIP, read the same in what either of them writes. */
final class SecondOpinionTest {
    /** Test data, made once. */
    static final List<SipMessage> OURS = EverythingWeSend.messages();

    /** Test data, made once. */
    static final List<byte[]> THEIRS = JainMessages.all();

    @Test
    void nothingWeSayIsLeftOut() {
        Set<String> requests =
                OURS.stream()
                        .filter(SipRequest.class::isInstance)
                        .map(message -> ((SipRequest) message).method())
                        .collect(Collectors.toSet());
        assertThat(requests)
                .containsExactlyInAnyOrder("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "REGISTER");
        Set<Integer> statuses =
                OURS.stream()
                        .filter(SipResponse.class::isInstance)
                        .map(message -> ((SipResponse) message).status())
                        .collect(Collectors.toSet());
        assertThat(statuses)
                .containsExactlyInAnyOrder(
                        100, 180, 183, 200, 400, 403, 404, 405, 406, 415, 416, 420, 480, 481, 482,
                        486, 487, 488, 491, 500, 501, 503, 603);
        assertThat(OURS).anyMatch(message -> has(message, "Authorization"));
        assertThat(OURS).anyMatch(message -> has(message, "Proxy-Authorization"));
        assertThat(OURS).anyMatch(message -> has(message, "Privacy"));
        assertThat(OURS).anyMatch(message -> has(message, "Retry-After"));
        assertThat(OURS).anyMatch(message -> has(message, "Route"));
        assertThat(OURS)
                .anyMatch(
                        m -> m instanceof SipResponse r && r.provisional() && r.sdp().isPresent());
    }

    private static boolean has(SipMessage message, String header) {
        return message.headers().first(header).isPresent();
    }

    @ParameterizedTest
    @FieldSource("OURS")
    void whatWeWriteIsReadAlike(SipMessage message) {
        byte[] octets = SipWriter.write(message);
        assertThat(JainReading.of(octets)).isEqualTo(OurReading.of(octets));
    }

    @ParameterizedTest
    @FieldSource("OURS")
    void whatTheyMakeOfItIsStillTheSame(SipMessage message) {
        byte[] octets = SipWriter.write(message);
        assertThat(OurReading.of(JainReading.rewritten(octets))).isEqualTo(OurReading.of(octets));
    }

    @ParameterizedTest
    @FieldSource("THEIRS")
    void whatTheyWriteIsReadAlike(byte[] octets) {
        assertThat(OurReading.of(octets)).isEqualTo(JainReading.of(octets));
    }

    @Test
    void theirMessagesAreOfEveryKindACarrierSends() {
        assertThat(THEIRS.stream().map(octets -> OurReading.of(octets).get(Field.START)))
                .anyMatch(start -> start.startsWith("INVITE sip:"))
                .anyMatch(start -> start.startsWith("INVITE tel:"))
                .anyMatch(start -> start.startsWith("ACK "))
                .anyMatch(start -> start.startsWith("CANCEL "))
                .anyMatch(start -> start.startsWith("BYE "))
                .anyMatch(start -> start.startsWith("OPTIONS "))
                .anyMatch(start -> start.startsWith("183 "))
                .anyMatch(start -> start.startsWith("200 "))
                .anyMatch(start -> start.startsWith("401 "))
                .anyMatch(start -> start.startsWith("407 "))
                .anyMatch(start -> start.startsWith("423 "))
                .anyMatch(start -> start.startsWith("486 "));
    }

    static List<JainMessages.Challenge> challenges() {
        return JainMessages.challenges();
    }

    @ParameterizedTest
    @MethodSource("challenges")
    void theirChallengesAreUnderstood(JainMessages.Challenge challenge) {
        byte[] octets = challenge.message().getBytes(StandardCharsets.ISO_8859_1);
        SipResponse response =
                (SipResponse) ((ParseResult.Parsed) SipParser.parse(octets)).message();
        Credentials credentials = new Credentials("u", () -> "p", Optional.empty());
        assertThat(DigestChallenge.of(response, credentials))
                .contains(
                        new DigestChallenge(
                                challenge.realm(),
                                challenge.nonce(),
                                Optional.of(challenge.opaque()),
                                challenge.algorithm(),
                                List.of("auth"),
                                challenge.stale()));
    }
}
