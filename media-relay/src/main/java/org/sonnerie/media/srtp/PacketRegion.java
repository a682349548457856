package org.sonnerie.media.srtp;

import org.jitsi.utils.ByteArrayBuffer;

/** The reusable window through which jitsi-srtp sees our buffer. Owned by one session. */
final class PacketRegion implements ByteArrayBuffer {
    private byte[] buffer = new byte[0];
    private int offset;
    private int length;

    PacketRegion over(byte[] newBuffer, int newOffset, int newLength) {
        buffer = newBuffer;
        offset = newOffset;
        length = newLength;
        return this;
    }

    @Override
    public byte[] getBuffer() {
        return buffer;
    }

    @Override
    public int getOffset() {
        return offset;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int newLength) {
        length = newLength;
    }

    @Override
    public void setOffset(int newOffset) {
        offset = newOffset;
    }

    @Override
    public boolean isInvalid() {
        return false;
    }

    @Override
    public void readRegionToBuff(int from, int count, byte[] into) {
        System.arraycopy(buffer, offset + from, into, 0, count);
    }

    /** The tail room was checked before; there is nothing to enlarge. */
    @Override
    public void grow(int count) {
        if (offset + length + count > buffer.length) {
            throw new IllegalStateException("no room for the tag");
        }
    }

    @Override
    public void append(byte[] bytes, int count) {
        grow(count);
        System.arraycopy(bytes, 0, buffer, offset + length, count);
        length += count;
    }

    @Override
    public void shrink(int count) {
        length = Math.max(0, length - count);
    }
}
