package org.sonnerie.media.api;

import java.util.Optional;

/**
 * What one endpoint's last second was like, as the relay knows it.
 *
 * @param endpoint whose
 * @param codec agreed on; empty: none yet
 * @param received from it
 * @param sent to it
 * @param open false: nothing can be sent to it: no path is validated, keyed and consented to (RFC
 *     7675), or no carrier's packet came yet
 * @param moved its packets go another way than a second ago
 * @param transport what carries its packets; empty: there is no path to it
 */
public record EndpointFacts(
        EndpointId endpoint,
        Optional<AudioCodec> codec,
        Received received,
        Sent sent,
        boolean open,
        boolean moved,
        Optional<Transport> transport) {
    /**
     * What came in.
     *
     * @param packets RTP, at least 0
     * @param lost missing in the sequence numbers (RFC 3550 appendix A.3); one that comes late is
     *     taken off again in a later second, so below 0 it can be
     * @param late came after its time where the relay decodes
     * @param concealed pieces of 20 ms made up where the relay decodes
     * @param voiced packets with something to hear in them
     * @param jitterMillis interarrival jitter (RFC 3550 section 6.4.1)
     */
    public record Received(
            int packets, int lost, int late, int concealed, int voiced, int jitterMillis) {}

    /**
     * What went out.
     *
     * @param packets RTP, at least 0
     * @param reported what the other end said of it in this second, the worst if it said more than
     *     one thing; empty: it said nothing
     */
    public record Sent(int packets, Optional<Reported> reported) {}

    /**
     * A receiver's report on what it was sent (RFC 3550 section 6.4.1).
     *
     * @param lostPermille lost since its last report, 0 to 1000
     * @param jitterMillis interarrival jitter there
     * @param roundTripMillis there and back; {@link #UNKNOWN} if it cannot be told
     */
    public record Reported(int lostPermille, int jitterMillis, int roundTripMillis) {
        /** Not known. */
        public static final int UNKNOWN = -1;
    }
}
