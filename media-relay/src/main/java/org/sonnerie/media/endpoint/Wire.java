package org.sonnerie.media.endpoint;

import java.util.Optional;
import org.sonnerie.media.api.Transport;

/** The way to the other side of one endpoint: protects and sends. Owned by one media thread. */
interface Wire {
    /**
     * Whether something can be sent now.
     *
     * @return false: do not trouble to make a packet
     */
    boolean open();

    /**
     * Whether packets go another way than when this was last asked.
     *
     * @return false also when they go nowhere yet
     */
    boolean takeMoved();

    /**
     * What carries what is sent.
     *
     * @return empty: nothing can be sent yet
     */
    Optional<Transport> transport();

    /**
     * Sends RTP.
     *
     * @param buffer with 32 octets of room behind the packet; changed
     * @param length of the packet, which begins at 0
     */
    void rtp(byte[] buffer, int length);

    /**
     * Sends an RTCP compound.
     *
     * @param buffer with 32 octets of room behind the packet; changed
     * @param length of the compound, which begins at 0
     */
    void rtcp(byte[] buffer, int length);
}
