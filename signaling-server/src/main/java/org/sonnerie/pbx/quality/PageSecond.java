package org.sonnerie.pbx.quality;

/**
 * What a person's page says of one second of what it received. From outside: believed for nothing
 * but this.
 *
 * @param packets that came
 * @param lost that did not
 * @param concealedMillis made up for want of a packet
 * @param jitterMillis as in RFC 3550
 * @param roundTripMillis below 0: not known
 */
public record PageSecond(
        int packets, int lost, int concealedMillis, int jitterMillis, int roundTripMillis) {
    /** The largest number that makes sense in it. */
    public static final int MOST = 100_000;

    /** Refuses what is no count. */
    public PageSecond {
        boolean sound =
                inRange(packets, 0)
                        && inRange(lost, 0)
                        && inRange(concealedMillis, 0)
                        && inRange(jitterMillis, 0)
                        && inRange(roundTripMillis, -1);
        if (!sound) {
            throw new IllegalArgumentException("a count is 0 to " + MOST);
        }
    }

    private static boolean inRange(int number, int least) {
        return number >= least && number <= MOST;
    }
}
