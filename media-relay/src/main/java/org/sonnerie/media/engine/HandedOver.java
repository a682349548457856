package org.sonnerie.media.engine;

import java.net.InetSocketAddress;
import java.util.Arrays;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.Datagram;
import org.sonnerie.media.net.PacketKind;
import org.sonnerie.media.net.PacketSocket;

/**
 * A packet on its way to the thread of its endpoint.
 *
 * @param endpoint whose
 * @param kind what it is
 * @param via where it came in
 * @param octets a copy, nobody else's
 * @param from who sent it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record HandedOver(
        BrowserEndpoint endpoint,
        PacketKind kind,
        PacketSocket via,
        byte[] octets,
        InetSocketAddress from) {
    static HandedOver copy(
            BrowserEndpoint endpoint, PacketKind kind, PacketSocket via, Datagram taken) {
        int end = taken.offset() + taken.length();
        return new HandedOver(
                endpoint,
                kind,
                via,
                Arrays.copyOfRange(taken.buffer(), taken.offset(), end),
                taken.from());
    }
}
