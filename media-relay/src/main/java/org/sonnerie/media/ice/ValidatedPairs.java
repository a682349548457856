package org.sonnerie.media.ice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pairs on which an authentic check came in, with the time of the last one. Bounded. */
final class ValidatedPairs {
    static final int KEPT = 32;

    private final List<Heard> pairs = new ArrayList<>();

    private static final class Heard {
        private final IcePair pair;
        private long atNanos;

        private Heard(IcePair pair, long atNanos) {
            this.pair = pair;
            this.atNanos = atNanos;
        }
    }

    /**
     * Notes an authentic check.
     *
     * @param keep the selected pair, which is never pushed out
     * @return true if the pair is new
     */
    boolean heard(IcePair pair, long nowNanos, @Nullable IcePair keep) {
        for (Heard known : pairs) {
            if (known.pair.equals(pair)) {
                known.atNanos = nowNanos;
                return false;
            }
        }
        if (pairs.size() >= KEPT) {
            pairs.remove(longestSilent(keep));
        }
        pairs.add(new Heard(pair, nowNanos));
        return true;
    }

    boolean hasRemoteOf(IcePair pair) {
        for (Heard known : pairs) {
            if (known.pair.hasRemoteOf(pair)) {
                return true;
            }
        }
        return false;
    }

    /** When the pair was last checked, or the fallback if it never was. */
    long lastHeard(IcePair pair, long fallbackNanos) {
        for (Heard known : pairs) {
            if (known.pair.equals(pair)) {
                return known.atNanos;
            }
        }
        return fallbackNanos;
    }

    /** Forgets all but one: an ICE restart is complete. */
    void keepOnly(IcePair pair) {
        pairs.removeIf(known -> !known.pair.equals(pair));
    }

    /**
     * Forgets one that is no more.
     *
     * @return the one heard last of those that are left; null: there is none
     */
    @Nullable IcePair without(IcePair gone) {
        pairs.removeIf(known -> known.pair.equals(gone));
        Heard newest = null;
        for (Heard known : pairs) {
            if (newest == null || known.atNanos - newest.atNanos > 0) {
                newest = known;
            }
        }
        return newest == null ? null : newest.pair;
    }

    private Heard longestSilent(@Nullable IcePair keep) {
        Heard oldest = pairs.getFirst().pair.equals(keep) ? pairs.get(1) : pairs.getFirst();
        for (Heard known : pairs) {
            boolean older = known.atNanos - oldest.atNanos < 0;
            if (older && !known.pair.equals(keep)) {
                oldest = known;
            }
        }
        return oldest;
    }
}
