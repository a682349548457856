package org.sonnerie.media.ice;

/** A STUN message to send back to where the check came from. */
public final class IceReply {
    private final byte[] bytes;

    IceReply(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The whole datagram.
     *
     * @return the array itself; to be sent, not changed
     */
    public byte[] bytes() {
        return bytes;
    }
}
