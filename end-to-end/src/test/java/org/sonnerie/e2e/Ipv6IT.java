package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PageWatch.AddressPair;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Sonnerie;

/** Pages and a carrier that reach the product over IPv6 alone. */
@ExtendWith(Stage.Extension.class)
@EnabledIf(
        value = "thisMachineHasIpv6",
        disabledReason =
                "no interface here has an IPv6 address that is not link-local, besides ::1")
class Ipv6IT {
    private static final String SIX = "::1";
    private static final Terms TERMS = Terms.of(OUTSIDE).at(SIX);

    /** Chromium sends from the addresses of interfaces, of which loopback is none to it. */
    static boolean thisMachineHasIpv6() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet6Address.class::isInstance)
                .anyMatch(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress());
    }

    @Test
    void twoPagesHearEachOther(Stage stage) {
        Sonnerie sonnerie = stage.opened(overIpv6(Sonnerie.freeUdpPort()));
        PhonePage alice = stage.phone(ALICE, sonnerie.address());
        PhonePage bob = stage.phone(BOB, sonnerie.address());
        alice.calls("102");
        bob.answers();
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        assertIpv6(alice.watch().selectedPair());
        assertIpv6(bob.watch().selectedPair());
        alice.press("Hang up");
        bob.awaitState("Ended");
    }

    @Test
    void aCarrierCallsAndIsCalled(Stage stage) {
        SoftCarrier carrier = stage.opened(SoftCarrier.open(0, TERMS));
        Sonnerie sonnerie = stage.opened(overIpv6(carrier.port()));
        PhonePage alice = stage.phone(ALICE, sonnerie.address());

        SoftCall in = carrier.call("+15550100101", sonnerie.port("sip"), TERMS);
        alice.answers();
        in.awaitAnswered();
        assertBothHear(stage, alice, in);
        in.hangUp();
        in.awaitEnded();
        alice.awaitState("Ended");

        alice.calls("0145678901");
        SoftCall out = carrier.awaitCall().awaitAnswered();
        assertThat(out.calledUri()).startsWith("sip:+33145678901@[::1]:");
        assertBothHear(stage, alice, out);
        alice.press("Hang up");
        out.awaitEnded();
    }

    private static void assertBothHear(Stage stage, PhonePage alice, SoftCall call) {
        stage.listen(alice).untilOnly("outside");
        stage.listen(call.line()).untilOnly("alice");
        assertThat(call.contactUri()).contains("@[::1]:");
        assertThat(call.line().remote().orElseThrow().getAddress())
                .isEqualTo(InetAddress.ofLiteral(SIX));
    }

    private static void assertIpv6(AddressPair pair) {
        assertThat(pair.local()).contains(":");
        assertThat(InetAddress.ofLiteral(pair.remote())).isEqualTo(InetAddress.ofLiteral(SIX));
    }

    private static Sonnerie overIpv6(int carrierPort) {
        return Sonnerie.start(
                Map.of(
                        "SONNERIE_MEDIA_ADDRESS", SIX,
                        "SONNERIE_TRUNK_ADDRESS", SIX,
                        "SONNERIE_DEMO_CARRIER", "[::1]:" + carrierPort));
    }
}
