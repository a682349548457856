package org.sonnerie.media.rtp;

/** Big-endian integers in byte arrays. */
final class NetworkOrder {
    private NetworkOrder() {}

    static int uint16(byte[] buffer, int offset) {
        return ((buffer[offset] & 0xFF) << 8) | (buffer[offset + 1] & 0xFF);
    }

    static int uint24(byte[] buffer, int offset) {
        return ((buffer[offset] & 0xFF) << 16) | uint16(buffer, offset + 1);
    }

    static int int32(byte[] buffer, int offset) {
        return (uint16(buffer, offset) << 16) | uint16(buffer, offset + 2);
    }

    static long uint32(byte[] buffer, int offset) {
        return Integer.toUnsignedLong(int32(buffer, offset));
    }

    static void put16(byte[] buffer, int offset, int number) {
        buffer[offset] = (byte) (number >>> 8);
        buffer[offset + 1] = (byte) number;
    }

    static void put24(byte[] buffer, int offset, int number) {
        buffer[offset] = (byte) (number >>> 16);
        put16(buffer, offset + 1, number);
    }

    static void put32(byte[] buffer, int offset, int number) {
        put16(buffer, offset, number >>> 16);
        put16(buffer, offset + 2, number);
    }
}
