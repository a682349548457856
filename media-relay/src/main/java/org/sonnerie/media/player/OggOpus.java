package org.sonnerie.media.player;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the packets of an Ogg Opus file (RFC 3533, RFC 7845). Only for the sounds that ship with
 * the relay: anything unexpected is a broken build.
 */
final class OggOpus {
    private static final int HEADER_LENGTH = 27;
    private static final int HEADER_PACKETS = 2;

    private OggOpus() {}

    /** The audio packets in order, without the two header packets. */
    static List<byte[]> packets(byte[] file, String name) {
        List<byte[]> packets = new ArrayList<>();
        byte[] unfinished = new byte[0];
        int page = 0;
        while (page < file.length) {
            if (page + HEADER_LENGTH > file.length || !isPage(file, page)) {
                throw new IllegalStateException("not an Ogg page at " + page + " in " + name);
            }
            int segments = file[page + 26] & 0xFF;
            int at = page + HEADER_LENGTH + segments;
            for (int i = 0; i < segments; i++) {
                int length = file[page + HEADER_LENGTH + i] & 0xFF;
                unfinished = appended(unfinished, file, at, length);
                at += length;
                if (length < 255) {
                    packets.add(unfinished);
                    unfinished = new byte[0];
                }
            }
            page = at;
        }
        boolean isOpus = packets.size() > HEADER_PACKETS && startsWith(packets.getFirst());
        if (!isOpus) {
            throw new IllegalStateException("not Ogg Opus: " + name);
        }
        return List.copyOf(packets.subList(HEADER_PACKETS, packets.size()));
    }

    private static boolean isPage(byte[] file, int at) {
        return file[at] == 'O' && file[at + 1] == 'g' && file[at + 2] == 'g' && file[at + 3] == 'S';
    }

    private static boolean startsWith(byte[] packet) {
        return new String(packet, StandardCharsets.ISO_8859_1).startsWith("OpusHead");
    }

    private static byte[] appended(byte[] before, byte[] file, int at, int length) {
        byte[] result = new byte[before.length + length];
        System.arraycopy(before, 0, result, 0, before.length);
        System.arraycopy(file, at, result, before.length, length);
        return result;
    }
}
