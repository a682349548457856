package org.sonnerie.media.ice;

import org.jspecify.annotations.Nullable;

/**
 * Where the latest checks came from. MESSAGE-INTEGRITY does not cover the source address, so a
 * recorded check played back from elsewhere would otherwise move a call's sound there. Not thread
 * safe.
 */
final class RecentTransactions {
    private static final int KEPT = 64;

    private final long[] high = new long[KEPT];
    private final int[] low = new int[KEPT];
    private final @Nullable IcePair[] pairs = new IcePair[KEPT];
    private int next;

    /**
     * Remembers a check.
     *
     * @return false if the same transaction came from another address before
     */
    boolean admit(StunFrame frame, IcePair pair) {
        long transactionHigh = frame.transactionHigh();
        int transactionLow = frame.transactionLow();
        for (int i = 0; i < KEPT; i++) {
            IcePair known = pairs[i];
            if (known != null && high[i] == transactionHigh && low[i] == transactionLow) {
                return known.hasRemoteOf(pair);
            }
        }
        high[next] = transactionHigh;
        low[next] = transactionLow;
        pairs[next] = pair;
        next = (next + 1) % KEPT;
        return true;
    }
}
