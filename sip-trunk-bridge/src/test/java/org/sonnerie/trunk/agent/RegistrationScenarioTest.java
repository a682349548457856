package org.sonnerie.trunk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkEvent.TrunkState;
import org.sonnerie.trunk.api.TrunkEvent.TrunkStateChanged;
import org.sonnerie.trunk.fake.KnownPassword;
import org.sonnerie.trunk.fake.Sdp;
import org.sonnerie.trunk.sip.SipRequest;

/** An account at a carrier: registered, refused, called, and to whom it proves itself. */
final class RegistrationScenarioTest {
    private static final String STRANGER = "203.0.113.9";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private Script script = new Script(Optional.of(account(Optional.of("carrier.test"))));

    private static TrunkAccount.Registration account(Optional<String> realm) {
        return new TrunkAccount.Registration(
                "pbx",
                Optional.of("branch7"),
                new KnownPassword("secret"),
                Optional.of("registrar.test"),
                realm,
                600);
    }

    private static String challenge(String header, String realm, String algorithm) {
        return header
                + ": Digest realm=\""
                + realm
                + "\", nonce=\"n\", qop=\"auth,auth-int\", algorithm="
                + algorithm
                + "\n";
    }

    private void challenged(String method) {
        script.answers(method, 401, "a", challenge("WWW-Authenticate", "carrier.test", "MD5"), "");
    }

    private void registered() {
        challenged("REGISTER");
        script.answers("REGISTER", 200, "a", "Expires: 120\n", "");
    }

    private TrunkStateChanged state() {
        return script.heard(TrunkStateChanged.class).getLast();
    }

    private int registers() {
        return script.all("REGISTER").size();
    }

    @Test
    void registersRefreshesAndTellsARefusal() {
        String both =
                challenge("WWW-Authenticate", "carrier.test", "SHA-256")
                        + challenge("WWW-Authenticate", "carrier.test", "MD5");
        script.answers("REGISTER", 401, "a", both, "");
        assertThat(script.last("REGISTER").headers().first("Authorization").orElseThrow())
                .contains("algorithm=SHA-256", "qop=auth,", "username=\"branch7\"");
        script.answers("REGISTER", 200, "a", "Expires: 120\n", "");
        assertThat(state())
                .isEqualTo(new TrunkStateChanged(Script.TRUNK, TrunkState.UP, 0, "registered"));
        int before = registers();
        script.passes(Duration.ofSeconds(59));
        assertThat(registers()).isEqualTo(before);
        script.passes(Duration.ofSeconds(2));
        assertThat(registers()).isGreaterThan(before);
        script.answers("REGISTER", 403, "a", "", "");
        assertThat(state().state()).isEqualTo(TrunkState.REFUSED);
        assertThat(state().sipStatus()).isEqualTo(403);
    }

    @Test
    void aPasswordIsNeverPartOfALine() {
        TrunkAccount account =
                new TrunkAccount(
                        Script.TRUNK,
                        TrunkAccount.Transport.UDP,
                        "192.0.2.1",
                        5060,
                        List.of(),
                        Optional.of(account(Optional.empty())));

        assertThat(new TrunkCommand.Configure(List.of(account)).toString())
                .contains("192.0.2.1", "pbx")
                .doesNotContain("secret");
    }

    @Test
    void asksForAsLongAsTheRegistrarWants() {
        script.answers("REGISTER", 423, "a", "Min-Expires: 1800\n", "");
        assertThat(script.last("REGISTER").headers().first("Expires")).contains("1800");
    }

    @Test
    void theAddressIsTheRegistrarsAndTheWayIsTheHost() {
        SipRequest register = script.last("REGISTER");
        assertThat(register.uri()).isEqualTo("sip:registrar.test");
        assertThat(register.to().uri()).isEqualTo("sip:pbx@registrar.test");
        assertThat(register.contact().orElseThrow().uri()).isEqualTo("sip:pbx@198.51.100.1:5060");
        assertThat(script.target()).isEqualTo("192.0.2.1");
        script.calls();
        assertThat(script.last("INVITE").uri())
                .isEqualTo("sip:+33145678901@registrar.test;user=phone");
        assertThat(script.last("INVITE").from().uri()).contains("@registrar.test");
        assertThat(script.target()).isEqualTo("192.0.2.1");
    }

    @Test
    void aWrongPasswordIsTriedTwelveTimesAnHourAtMost() {
        for (int i = 0; i < 12; i++) {
            assertThat(registers()).isEqualTo(2 * i + 1);
            challenged("REGISTER");
            challenged("REGISTER");
            assertThat(state().state()).isEqualTo(TrunkState.REFUSED);
            assertThat(state().sipStatus()).isEqualTo(401);
            script.passes(FIVE_MINUTES);
        }
        assertThat(script.heard(TrunkStateChanged.class)).hasSize(1);
    }

    @Test
    void anOldNonceIsNoRefusal() {
        registered();
        script.passes(Duration.ofSeconds(60));
        challenged("REGISTER");
        String stale =
                challenge("WWW-Authenticate", "carrier.test", "MD5").strip() + ", stale=true\n";
        script.answers("REGISTER", 401, "a", stale.replace("\"n\"", "\"new\""), "");
        assertThat(script.last("REGISTER").headers().first("Authorization").orElseThrow())
                .contains("nonce=\"new\"");
        script.answers("REGISTER", 200, "a", "Expires: 120\n", "");
        assertThat(state().state()).isEqualTo(TrunkState.UP);
    }

    @Test
    void aSilentRegistrarIsAskedEverMoreSeldom() {
        script.passes(Duration.ofHours(1));
        long questions =
                script.all("REGISTER").stream()
                        .map(request -> request.cseq().number())
                        .distinct()
                        .count();
        // Each is given up after 32 s; then 5, 10, 20 ... 300 s go by.
        assertThat(questions).isBetween(12L, 18L);
        assertThat(state())
                .isEqualTo(
                        new TrunkStateChanged(Script.TRUNK, TrunkState.DOWN, 0, "nothing answers"));
        int before = registers();
        for (int i = 0; i < 400 && registers() == before; i++) {
            script.passes(Duration.ofSeconds(1));
        }
        script.answers("REGISTER", 503, "a", "Retry-After: 9\n", "");
        assertThat(state().sipStatus()).isEqualTo(503);
    }

    @Test
    void aTrunkThatIsNoMoreTakesItsRegistrationBackThoughItIsAskedForAProof() {
        registered();
        assertThat(script.asks(options(), "").status()).isEqualTo(200);
        script.does(new TrunkCommand.Configure(List.of()));
        assertThat(script.last("REGISTER").headers().first("Expires")).contains("0");
        int before = registers();
        challenged("REGISTER");
        assertThat(registers()).isEqualTo(before + 1);
        assertThat(script.last("REGISTER").headers().first("Expires")).contains("0");
        assertThat(script.last("REGISTER").headers().first("Authorization")).isPresent();
        script.answers("REGISTER", 200, "a", "", "");
        // From now on it is a stranger.
        int sent = script.sent.size();
        script.asks(options(), "");
        assertThat(script.sent).hasSize(sent);
        script.passes(Duration.ofHours(1));
        assertThat(script.sent).hasSize(sent);
    }

    private static String options() {
        return """
        OPTIONS sip:pbx@198.51.100.1 SIP/2.0
        To: <sip:pbx@198.51.100.1>
        From: <sip:c@192.0.2.1>;tag=t
        Call-ID: o
        CSeq: 1 OPTIONS
        """;
    }

    @Test
    void aNewPasswordDoesNotTakeTheRegistrationBack() {
        registered();
        int before = registers();
        TrunkAccount.Registration other =
                new TrunkAccount.Registration(
                        "pbx",
                        Optional.of("branch7"),
                        new KnownPassword("another"),
                        Optional.of("registrar.test"),
                        Optional.empty(),
                        600);
        script.does(Script.configure(Optional.of(other)));
        assertThat(registers()).isEqualTo(before + 1);
        assertThat(script.last("REGISTER").headers().first("Expires")).contains("600");
    }

    @ParameterizedTest
    @CsvSource({
        "401, WWW-Authenticate, Authorization",
        "407, Proxy-Authenticate, Proxy-Authorization"
    })
    void aCallProvesItselfOnce(int status, String asks, String proves) {
        script.calls();
        String challenge = challenge(asks, "carrier.test", "SHA-256");
        script.answers("INVITE", status, "a", challenge, "");
        assertThat(script.last("INVITE").headers().first(proves).orElseThrow())
                .contains("username=\"branch7\"", "algorithm=SHA-256");
        assertThat(script.all("ACK")).hasSize(1);
        script.answers("INVITE", status, "a", challenge, "");
        assertThat(script.all("INVITE")).hasSize(2);
        assertThat(script.heard(TrunkEvent.Ended.class).getFirst().cause())
                .isEqualTo(HangupCause.FORBIDDEN);
    }

    @Test
    void onlyTheOwnRealmIsAnswered() {
        script.calls();
        script.answers("INVITE", 407, "a", challenge("Proxy-Authenticate", "evil", "MD5"), "");
        assertThat(script.all("INVITE")).hasSize(1);
        assertThat(script.heard(TrunkEvent.Ended.class).getFirst().cause())
                .isEqualTo(HangupCause.FORBIDDEN);
    }

    @Test
    void aMachineThatIsNotTheCarriersGetsNoProof() {
        script = new Script(Optional.of(account(Optional.empty())));
        script.calls();
        String contact = "Contact: <sip:carrier@" + STRANGER + ">\n";
        script.answers("INVITE", 200, "a", contact, Sdp.ANSWER);
        script.does(new TrunkCommand.HangUp(Script.OUT, HangupCause.NORMAL));
        assertThat(script.target()).isEqualTo(STRANGER);
        script.carrierSpeaksFrom(STRANGER);
        challenged("BYE");
        assertThat(script.all("BYE")).hasSize(1);
        assertThat(script.legs()).isZero();
    }

    @Test
    void theCarrierItselfMayAskForAProofOfTheBye() {
        script.calls();
        script.answers("INVITE", 200, "a", "Contact: <sip:carrier@192.0.2.1>\n", Sdp.ANSWER);
        script.does(new TrunkCommand.HangUp(Script.OUT, HangupCause.NORMAL));
        challenged("BYE");
        assertThat(script.last("BYE").headers().first("Authorization")).isPresent();
    }

    @Test
    void noOtherMachineIsTurnedTo() {
        script.calls();
        script.answers("INVITE", 302, "a", "Contact: <sip:+33145678901@" + STRANGER + ">\n", "");
        assertThat(script.all("INVITE")).hasSize(1);
        assertThat(script.heard(TrunkEvent.Ended.class)).hasSize(1);
    }

    private TrunkEvent.CallArrived arrived(String uriUser, String to, String more) {
        script.asks(
                "INVITE sip:"
                        + uriUser
                        + "@198.51.100.1 SIP/2.0\nTo: <sip:"
                        + to
                        + "@carrier.test>\nCSeq: 1 INVITE\nFrom: <sip:+33145678901@carrier.test>;tag=t\n"
                        + "Call-ID: in\nContact: <sip:c@192.0.2.1>\n"
                        + more,
                Sdp.OFFER);
        return script.heard(TrunkEvent.CallArrived.class).getLast();
    }

    @Test
    void aCallToTheAccountSaysElsewhereWhichNumberWasDialled() {
        TrunkEvent.CallArrived arrived = arrived("pbx", "+15550100101", "");
        assertThat(arrived.called()).isEqualTo("+15550100101");
        assertThat(arrived.account()).contains("pbx");
    }

    @Test
    void theCarriersOwnWordCountsMoreThanTo() {
        String party = "P-Called-Party-ID: <sip:+15550100102@carrier.test>\n";
        TrunkEvent.CallArrived arrived = arrived("pbx", "+15550100101", party);
        assertThat(arrived.called()).isEqualTo("+15550100102");
        assertThat(arrived.account()).contains("pbx");
    }

    @Test
    void aNumberInTheRequestUriIsTheOneDialled() {
        TrunkEvent.CallArrived arrived = arrived("+15550100101", "+33199999999", "");
        assertThat(arrived.called()).isEqualTo("+15550100101");
        assertThat(arrived.account()).isEmpty();
    }
}
