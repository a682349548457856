package org.sonnerie.pbx.quality;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one second of a leg's sound.
 *
 * @param at its end
 * @param codec such as {@code opus}; empty: none agreed on yet
 * @param in from the leg to the relay
 * @param out from the relay to the leg
 * @param open false: nothing could be sent to the leg
 * @param moved its packets went another way than before
 * @param lateTicks how many of the relay's 50 ticks came late or not at all
 * @param page what the person's page said of what it received; empty: nothing, or it is no page
 */
public record LegSecond(
        Instant at,
        String codec,
        In in,
        Out out,
        boolean open,
        boolean moved,
        int lateTicks,
        Optional<PageSecond> page) {
    /** Ticks of the relay in a second. */
    public static final int TICKS = 50;

    /**
     * As its page says it was.
     *
     * @param said what
     * @return the same second with that
     */
    public LegSecond with(PageSecond said) {
        return new LegSecond(at, codec, in, out, open, moved, lateTicks, Optional.of(said));
    }

    /**
     * What came.
     *
     * @param packets at least 0
     * @param lost below 0 where packets counted as lost before came after all
     * @param late came after their time, where the relay decodes
     * @param concealed pieces of 20 ms made up, likewise
     * @param voiced packets with something to hear
     * @param jitterMillis as in RFC 3550
     */
    public record In(
            int packets, int lost, int late, int concealed, int voiced, int jitterMillis) {}

    /**
     * What went there.
     *
     * @param packets at least 0
     * @param report what the other end said of it in this second
     */
    public record Out(int packets, Optional<Report> report) {}

    /**
     * The other end's word.
     *
     * @param lostPermille since its last word, 0 to 1000
     * @param jitterMillis as in RFC 3550
     * @param roundTripMillis below 0: not known
     */
    public record Report(int lostPermille, int jitterMillis, int roundTripMillis) {}
}
