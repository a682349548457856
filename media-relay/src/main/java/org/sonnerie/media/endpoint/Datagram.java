package org.sonnerie.media.endpoint;

import java.net.InetSocketAddress;
import org.sonnerie.media.ice.IcePair;
import org.sonnerie.media.net.PacketSocket;

/**
 * The packet being worked on, a datagram or what came in a frame; one object for all of a thread,
 * over the socket's own buffer.
 */
public final class Datagram {
    private byte[] buffer = new byte[0];
    private int offset;
    private int length;
    private InetSocketAddress from = new InetSocketAddress(0);

    /**
     * Looks at another.
     *
     * @param newBuffer holds it
     * @param newOffset where it begins
     * @param newLength its octets
     * @param newFrom who sent it
     * @return this
     */
    public Datagram of(byte[] newBuffer, int newOffset, int newLength, InetSocketAddress newFrom) {
        buffer = newBuffer;
        offset = newOffset;
        length = newLength;
        from = newFrom;
        return this;
    }

    /**
     * What holds it.
     *
     * @return not a copy
     */
    public byte[] buffer() {
        return buffer;
    }

    /**
     * Where it begins.
     *
     * @return an index
     */
    public int offset() {
        return offset;
    }

    /**
     * Its size.
     *
     * @return octets
     */
    public int length() {
        return length;
    }

    /**
     * Who sent it.
     *
     * @return address and port
     */
    public InetSocketAddress from() {
        return from;
    }

    /**
     * The two ends it came between.
     *
     * @param via where it came in
     * @return the pair, as ICE sees it
     */
    IcePair pair(PacketSocket via) {
        return new IcePair(via.localAddress(), from, via.transport());
    }
}
