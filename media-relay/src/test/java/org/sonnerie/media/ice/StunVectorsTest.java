package org.sonnerie.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Objects;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.XorMappedAddressAttribute;
import org.ice4j.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.Transport;

/** The test vectors of RFC 5769. */
class StunVectorsTest {
    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";

    @ParameterizedTest
    @ValueSource(strings = {"reqstc.bin", "respv4.bin", "respv6.bin"})
    void theirIntegrityAndFingerprintAreRight(String name) {
        byte[] message = StunChecks.vector(name);
        StunFrame frame = Objects.requireNonNull(StunFrame.of(message, 0, message.length));

        assertThat(frame.isIntact()).isTrue();
        assertThat(new StunKey(PASSWORD).authenticates(message, 0, frame)).isTrue();
        assertThat(new StunKey(PASSWORD + "x").authenticates(message, 0, frame)).isFalse();
    }

    @Test
    void theRequestIsAnswered() {
        byte[] request = StunChecks.vector("reqstc.bin");
        IceSession session =
                new IceSession(
                        new IceCredentials("evtj", PASSWORD),
                        new IceCredentials("h6vY", "0123456789012345678901"),
                        0);

        assertThat(StunPeek.localUfrag(request, 0, request.length)).isEqualTo("evtj");
        // Its sender claims to be controlled, which a lite agent cannot agree to.
        assertThat(session.receive(request, 0, request.length, pair("192.0.2.1", 32853), 1))
                .isInstanceOfSatisfying(
                        IceResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(487));
    }

    @Test
    void theLongTermRequestIsNotOfHere() {
        byte[] request = StunChecks.vector("reqltc.bin");

        assertThat(StunPeek.localUfrag(request, 0, request.length)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 32853", "2001:db8:1234:5678:11:2233:4455:6677, 32853"})
    void ourResponsesNameTheSourceInBothFamilies(String address, int port) throws Exception {
        IceSession session =
                new IceSession(
                        new IceCredentials("LLLL", PASSWORD),
                        new IceCredentials("RRRR", "0123456789012345678901"),
                        0);
        byte[] check = StunChecks.check(7, "LLLL:RRRR").signed(PASSWORD);
        IcePair pair = pair(address, port);

        IceResult result = session.receive(check, 0, check.length, pair, 1);

        byte[] reply = ((IceResult.Accepted) result).reply().bytes();
        StunFrame frame = Objects.requireNonNull(StunFrame.of(reply, 0, reply.length));
        assertThat(frame.isIntact()).isTrue();
        assertThat(new StunKey(PASSWORD).authenticates(reply, 0, frame)).isTrue();
        assertThat(frame.transaction()).isEqualTo(Arrays.copyOfRange(check, 8, 20));
        Message decoded = Message.decode(reply, 0, reply.length);
        XorMappedAddressAttribute mapped =
                (XorMappedAddressAttribute) decoded.getAttribute(Attribute.XOR_MAPPED_ADDRESS);
        InetSocketAddress seen = mapped.getAddress(decoded.getTransactionID());
        assertThat(seen.getAddress()).isEqualTo(pair.remote().getAddress());
        assertThat(seen.getPort()).isEqualTo(port);
    }

    private static IcePair pair(String address, int port) {
        InetSocketAddress local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 10000);
        return new IcePair(local, new InetSocketAddress(address, port), Transport.UDP);
    }
}
