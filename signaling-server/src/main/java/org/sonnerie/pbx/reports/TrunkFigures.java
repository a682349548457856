package org.sonnerie.pbx.reports;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.history.Sounded;

/** The calls over a trunk. Filled while it is read; then it does not change. */
public final class TrunkFigures {
    /** What is the carrier's fault, the network's or a setting's; busy and no answer are none's. */
    private static final Set<EndReason> FAULTS =
            EnumSet.of(
                    EndReason.NETWORK,
                    EndReason.NO_MEDIA,
                    EndReason.UNREACHABLE,
                    EndReason.NOT_ALLOWED,
                    EndReason.UNKNOWN_NUMBER);

    private final Map<EndReason, Long> failures = new EnumMap<>(EndReason.class);
    private final Map<Sounded.Rating, Long> sound = new EnumMap<>(Sounded.Rating.class);
    private long in;
    private long out;
    private long connected;
    private long talkMillis;

    TrunkFigures() {}

    /**
     * Of no call.
     *
     * @return without figures
     */
    public static TrunkFigures none() {
        return new TrunkFigures();
    }

    static boolean isFault(EndReason why) {
        return FAULTS.contains(why);
    }

    void add(boolean outward, long calls, long talked) {
        in += outward ? 0 : calls;
        out += outward ? calls : 0;
        talkMillis += talked;
    }

    void connected(long calls) {
        connected += calls;
    }

    void failed(EndReason why, long calls) {
        if (isFault(why)) {
            failures.merge(why, calls, Long::sum);
        }
    }

    void sounded(Sounded.Rating rating, long calls) {
        sound.merge(rating, calls, Long::sum);
    }

    /**
     * Calls from the carrier.
     *
     * @return at least 0
     */
    public long in() {
        return in;
    }

    /**
     * Calls to the carrier.
     *
     * @return at least 0
     */
    public long out() {
        return out;
    }

    /**
     * Those of both that were connected.
     *
     * @return at least 0
     */
    public long connected() {
        return connected;
    }

    /**
     * For how long, all together.
     *
     * @return in ms
     */
    public long talkMillis() {
        return talkMillis;
    }

    /**
     * Calls that failed, connected before or not.
     *
     * @return by reason; a reason that is missing did not happen
     */
    public Map<EndReason, Long> failures() {
        return Map.copyOf(failures);
    }

    /**
     * How many of the connected calls sounded so on this trunk's side.
     *
     * @param rating how
     * @return at least 0
     */
    public long sounded(Sounded.Rating rating) {
        return sound.getOrDefault(rating, 0L);
    }
}
