package org.sonnerie.media.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class UdpSocketIT {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void carriesDatagramsInBothFamilies(String address) throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getByName(address), 0);
        try (UdpSocket one = UdpSocket.open(any, false);
                UdpSocket other = UdpSocket.open(any, false)) {
            byte[] sent = {1, 2, 3, 4};

            assertThat(one.send(sent, 1, 3, other.localAddress())).isTrue();

            List<byte[]> got = new ArrayList<>();
            await(
                    other,
                    1,
                    (buffer, offset, length, from) -> {
                        assertThat(from).isEqualTo(one.localAddress());
                        assertThat(buffer.length - offset - length).isGreaterThanOrEqualTo(500);
                        got.add(Arrays.copyOfRange(buffer, offset, offset + length));
                    });
            assertThat(got).containsExactly(new byte[] {2, 3, 4});
            assertThat(other.drain((buffer, offset, length, from) -> {}, 10)).isZero();
        }
    }

    @Test
    void dropsWhatIsTooLongAndTakesWhatIsEmpty() {
        InetSocketAddress any = new InetSocketAddress(LOOPBACK, 0);
        try (UdpSocket one = UdpSocket.open(any, false);
                UdpSocket other = UdpSocket.open(any, false)) {
            one.send(new byte[9000], 0, 9000, other.localAddress());
            one.send(new byte[1501], 0, 1501, other.localAddress());
            one.send(new byte[1500], 0, 1500, other.localAddress());
            one.send(new byte[0], 0, 0, other.localAddress());

            List<Integer> lengths = new ArrayList<>();
            await(other, 4, (buffer, offset, length, from) -> lengths.add(length));
            assertThat(lengths).containsExactly(1500, 0);
            assertThat(other.oversized()).isEqualTo(2);
        }
    }

    @Test
    void drainsNoMoreThanTold() {
        InetSocketAddress any = new InetSocketAddress(LOOPBACK, 0);
        try (UdpSocket one = UdpSocket.open(any, false);
                UdpSocket other = UdpSocket.open(any, false)) {
            for (int i = 0; i < 10; i++) {
                one.send(new byte[4], 0, 4, other.localAddress());
            }
            await(other, 3, (buffer, offset, length, from) -> {});
            assertThat(other.drain((buffer, offset, length, from) -> {}, 4)).isEqualTo(4);
            assertThat(other.drain((buffer, offset, length, from) -> {}, 100)).isEqualTo(3);
        }
    }

    @Test
    void aTakenPortIsSaid() {
        InetSocketAddress any = new InetSocketAddress(LOOPBACK, 0);
        try (UdpSocket one = UdpSocket.open(any, false)) {
            assertThatThrownBy(() -> UdpSocket.open(one.localAddress(), false))
                    .isInstanceOfSatisfying(
                            NetException.class,
                            refused ->
                                    assertThat(refused.reason())
                                            .isEqualTo(NetException.Reason.CANNOT_BIND));
        }
    }

    @Test
    void aClosedSocketIsQuiet() {
        UdpSocket socket = UdpSocket.open(new InetSocketAddress(LOOPBACK, 0), false);
        socket.close();

        assertThat(socket.drain((buffer, offset, length, from) -> {}, 10)).isZero();
        assertThat(socket.send(new byte[1], 0, 1, socket.localAddress())).isFalse();
        assertThat(socket.sendFailures()).isEqualTo(1);
    }

    @Test
    void rtpPairsAreEvenAndOddAndEndWithTheRange() {
        UdpSocket probe = UdpSocket.open(new InetSocketAddress(LOOPBACK, 0), false);
        int first = (probe.port() & ~1) - 200;
        probe.close();
        UdpPorts ports = new UdpPorts(LOOPBACK, first - 1, first + 4);
        List<UdpPorts.RtpPair> pairs = new ArrayList<>();
        ports.openPair().ifPresent(pairs::add);
        ports.openPair().ifPresent(pairs::add);

        assertThat(pairs).isNotEmpty();
        assertThat(ports.openPair()).isEmpty();
        for (UdpPorts.RtpPair pair : pairs) {
            assertThat(pair.rtp().port() % 2).isZero();
            assertThat(pair.rtcp().port()).isEqualTo(pair.rtp().port() + 1);
            pair.close();
        }
        assertThat(ports.openPair()).isPresent().get().satisfies(UdpPorts.RtpPair::close);
    }

    @Test
    void anyFreePairCanBeAskedFor() {
        UdpPorts ports = new UdpPorts(LOOPBACK, 0, 0);
        try (UdpPorts.RtpPair one = ports.openPair().orElseThrow();
                UdpPorts.RtpPair other = ports.openPair().orElseThrow()) {
            assertThat(one.rtp().port() % 2).isZero();
            assertThat(other.rtp().port()).isNotEqualTo(one.rtp().port());
        }
    }

    @Test
    void knowsThisMachine() {
        LocalAddresses local = LocalAddresses.discover();

        assertThat(local.usable()).contains(LOOPBACK);
        assertThat(local.usable().getLast().isLoopbackAddress()).isTrue();
        assertThat(local.usable()).noneMatch(InetAddress::isLinkLocalAddress);
        assertThat(local.usable()).allMatch(local::contains);
        assertThat(local.contains(address("127.3.4.5"))).isTrue();
        assertThat(local.contains(address("203.0.113.9"))).isFalse();
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static void await(UdpSocket socket, int count, UdpSocket.Receiver receiver) {
        long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        int drained = 0;
        while (drained < count && System.nanoTime() - giveUpAt < 0) {
            drained += socket.drain(receiver, count - drained);
            Thread.onSpinWait();
        }
        assertThat(drained).isEqualTo(count);
    }
}
