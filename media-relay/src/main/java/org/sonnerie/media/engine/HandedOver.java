package org.sonnerie.media.engine;

import java.net.InetSocketAddress;
import java.util.Arrays;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.Datagram;
import org.sonnerie.media.net.PacketKind;

/**
 * A datagram on its way to the thread of its endpoint.
 *
 * @param endpoint whose
 * @param kind what it is
 * @param local where it came in
 * @param octets a copy, nobody else's
 * @param from who sent it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record HandedOver(
        BrowserEndpoint endpoint,
        PacketKind kind,
        InetSocketAddress local,
        byte[] octets,
        InetSocketAddress from) {
    static HandedOver copy(
            BrowserEndpoint endpoint, PacketKind kind, InetSocketAddress local, Datagram taken) {
        int end = taken.offset() + taken.length();
        return new HandedOver(
                endpoint,
                kind,
                local,
                Arrays.copyOfRange(taken.buffer(), taken.offset(), end),
                taken.from());
    }
}
