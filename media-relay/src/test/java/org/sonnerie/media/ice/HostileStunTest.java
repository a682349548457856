package org.sonnerie.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.Transport;

/** What comes from the net may be anything: nothing is thrown, nothing changes. */
class HostileStunTest {
    private static final String PASSWORD = "ourPasswordOf22Letters";
    private static final IcePair PAIR =
            new IcePair(
                    new InetSocketAddress("192.0.2.1", 10000),
                    new InetSocketAddress("192.0.2.50", 50001),
                    Transport.UDP);

    private final Random random = new Random(8489);
    private final IceSession session =
            new IceSession(
                    new IceCredentials("ours", PASSWORD),
                    new IceCredentials("them", "theirPasswordOf22Chars"),
                    0);

    @Test
    void randomBytes() {
        for (int round = 0; round < 100_000; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertDropped(noise, noise.length);
        }
        assertUntouched();
    }

    @Test
    void randomBytesBehindAGoodHeader() {
        for (int round = 0; round < 100_000; round++) {
            byte[] noise = new byte[20 + 4 * random.nextInt(40)];
            random.nextBytes(noise);
            byte[] header = StunChecks.bindingRequest(round).unsigned();
            System.arraycopy(header, 0, noise, 0, 20);
            noise[3] = (byte) (noise.length - 20);
            assertDropped(noise, noise.length);
        }
        assertUntouched();
    }

    @Test
    void everyTruncationAndEveryFlippedBitOfAGoodCheck() {
        byte[] good = StunChecks.check(1, "ours:them").nominating().signed(PASSWORD);
        for (int length = 0; length < good.length; length++) {
            assertDropped(good, length);
        }
        // What stands behind the integrity, the last 8 bytes, is not covered by it.
        for (int bit = 0; bit < 8 * (good.length - 8); bit++) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            IceResult result = receive(flipped, flipped.length);
            assertThat(result).as("bit %d", bit).isNotInstanceOf(IceResult.Accepted.class);
        }
        assertUntouched();
    }

    @Test
    void anAuthenticPeerSendingNonsenseAttributes() {
        for (int round = 0; round < 20_000; round++) {
            StunChecks check = StunChecks.check(round, "ours:them");
            for (int count = random.nextInt(6); count > 0; count--) {
                byte[] content = new byte[random.nextInt(40)];
                random.nextBytes(content);
                check.with(attribute(), content);
            }
            byte[] datagram = check.signed(PASSWORD);
            assertThat(receive(datagram, datagram.length)).isNotNull();
        }
    }

    @Test
    void aUserNameWithoutColonOrWithoutOurPartIsNobodys() {
        byte[][] checks = {
            StunChecks.check(1, "ours").unsigned(),
            StunChecks.check(1, ":them").unsigned(),
            StunChecks.check(1, "").unsigned(),
            StunChecks.bindingRequest(1).unsigned(),
            StunChecks.ofType(0x0101, 1).with(0x0006, new byte[] {'a', ':', 'b'}).unsigned(),
            StunChecks.ofType(0x0011, 1).with(0x0006, new byte[] {'a', ':', 'b'}).unsigned(),
        };
        for (byte[] check : checks) {
            assertThat(StunPeek.localUfrag(check, 0, check.length)).isNull();
        }
        byte[] good = StunChecks.check(1, "ours:them").unsigned();
        assertThat(StunPeek.localUfrag(good, 0, good.length)).isEqualTo("ours");
    }

    @Test
    void aFloodIsCutOffBeforeItCosts() {
        StunRateLimit limit = new StunRateLimit(42, 0);
        InetSocketAddress flooder = new InetSocketAddress("203.0.113.9", 666);
        InetSocketAddress neighbour = new InetSocketAddress("203.0.113.9", 5000);
        int passed = 0;
        for (int round = 0; round < 100_000; round++) {
            passed += limit.allows(flooder, 0) ? 1 : 0;
        }
        assertThat(passed).isEqualTo(200);
        assertThat(limit.allows(neighbour, 0)).isTrue();
        assertThat(limit.allows(flooder, TimeUnit.MILLISECONDS.toNanos(11))).isTrue();
        assertThat(limit.allows(flooder, TimeUnit.MILLISECONDS.toNanos(11))).isFalse();
    }

    @Test
    void oneAddressWithManyPortsIsCutOffToo() {
        StunRateLimit limit = new StunRateLimit(42, 0);
        int passed = 0;
        for (int port = 1; port <= 60_000; port++) {
            passed += limit.allows(new InetSocketAddress("203.0.113.9", port), 0) ? 1 : 0;
        }
        assertThat(passed).isLessThanOrEqualTo(8000);
    }

    private int attribute() {
        int[] interesting = {
            0x0001, 0x0006, 0x0008, 0x0009, 0x0020, 0x0024, 0x0025, 0x8022, 0x802a
        };
        return random.nextBoolean()
                ? interesting[random.nextInt(interesting.length)]
                : random.nextInt(0x10000);
    }

    private void assertDropped(byte[] datagram, int length) {
        assertThat(receive(datagram, length)).isInstanceOf(IceResult.Dropped.class);
    }

    private IceResult receive(byte[] datagram, int length) {
        StunPeek.localUfrag(datagram, 0, length);
        return session.receive(datagram, 0, length, PAIR, 1);
    }

    private void assertUntouched() {
        assertThat(session.selected()).isNull();
        assertThat(session.lastAuthenticNanos()).isZero();
    }
}
