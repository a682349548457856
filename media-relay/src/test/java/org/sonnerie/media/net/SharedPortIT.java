package org.sonnerie.media.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedPortIT {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress SECOND = InetAddress.ofLiteral("127.0.0.2");

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void onePortIsOpenForBothOnEveryAddressForEachThread(int threads) {
        List<SharedPort> shares = SharedPort.open(List.of(LOOPBACK, SECOND), 0, threads);

        assertThat(shares).hasSize(threads);
        for (SharedPort share : shares) {
            assertThat(share.sockets())
                    .extracting(socket -> socket.localAddress().getAddress())
                    .containsExactly(LOOPBACK, SECOND);
            assertThat(share.sockets())
                    .extracting(UdpSocket::port)
                    .containsOnly(shares.getFirst().port());
            assertThat(share.listeners())
                    .hasSize(2)
                    .extracting(TcpListener::port)
                    .containsOnly(shares.getFirst().port());
        }
        shares.forEach(SharedPort::close);
    }

    @Test
    void aPortThatIsTakenForConnectionsIsSaidAndLeftFreeForDatagrams() {
        try (TcpListener other = TcpListener.open(new InetSocketAddress(LOOPBACK, 0), false)) {
            int port = other.port();

            assertThatThrownBy(() -> SharedPort.open(List.of(LOOPBACK), port, 2))
                    .isInstanceOfSatisfying(
                            NetException.class,
                            refused ->
                                    assertThat(refused.reason())
                                            .isEqualTo(NetException.Reason.CANNOT_BIND))
                    .hasMessageContaining("TCP");
            UdpSocket.open(new InetSocketAddress(LOOPBACK, port), false).close();
        }
    }
}
