package org.sonnerie.media.ice;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How many checks a source may have looked at: a token bucket per address and port and a wider one
 * per address, in tables of fixed size so that made-up sources fill nothing. Ask it before the HMAC
 * is computed. Not thread safe.
 */
public final class StunRateLimit {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Buckets perSource;
    private final Buckets perAddress;

    /**
     * A browser sends some 20 checks a second while it connects, one in 2.5 s later; an office
     * behind one address may have hundreds of them.
     *
     * @param salt a random number, so that nobody can choose sources that collide
     * @param nowNanos the time
     */
    public StunRateLimit(int salt, long nowNanos) {
        this(
                new Buckets(4096, 100, 200, salt, nowNanos),
                new Buckets(1024, 4000, 8000, ~salt, nowNanos));
    }

    private StunRateLimit(Buckets perSource, Buckets perAddress) {
        this.perSource = perSource;
        this.perAddress = perAddress;
    }

    /**
     * Takes one token of each.
     *
     * @param source of the datagram
     * @param nowNanos the time
     * @return false if it is to be dropped unread
     */
    public boolean allows(InetSocketAddress source, long nowNanos) {
        int address = source.getAddress().hashCode();
        return perSource.take(address * 31 + source.getPort(), nowNanos)
                && perAddress.take(address, nowNanos);
    }

    /** Token buckets found by hash; sources of one slot share. */
    private static final class Buckets {
        private final long nanosPerToken;
        private final long depthNanos;
        private final int salt;

        /** For each slot the time at which its bucket will be full again. */
        private final long[] fullAtNanos;

        private Buckets(int slots, int perSecond, int burst, int salt, long nowNanos) {
            this.nanosPerToken = SECOND_NANOS / perSecond;
            this.depthNanos = burst * nanosPerToken;
            this.salt = salt;
            this.fullAtNanos = new long[slots];
            Arrays.fill(fullAtNanos, nowNanos);
        }

        private boolean take(int hash, long nowNanos) {
            int mixed = (hash ^ salt) * 0x9e3779b9;
            int slot = (mixed >>> 16) & (fullAtNanos.length - 1);
            long behind = Math.max(0, fullAtNanos[slot] - nowNanos);
            if (behind + nanosPerToken > depthNanos) {
                return false;
            }
            fullAtNanos[slot] = nowNanos + behind + nanosPerToken;
            return true;
        }
    }
}
