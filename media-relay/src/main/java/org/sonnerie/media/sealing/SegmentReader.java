package org.sonnerie.media.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Goes through the segments of a file in their order. Owned by one thread. */
final class SegmentReader {
    private final FileChannel channel;
    private final SegmentCipher cipher;
    private long at = SegmentCipher.HEAD_OCTETS;
    private int number;
    private boolean over;

    SegmentReader(FileChannel channel, SegmentCipher cipher) {
        this.channel = channel;
        this.cipher = cipher;
    }

    /** Where the next segment begins. */
    long at() {
        return at;
    }

    /**
     * The end, as it is if nothing follows. There is no sound in it: its nonce seals the same,
     * however often this is asked.
     */
    byte[] endHere() {
        return cipher.seal(number, new byte[0], 0, 0);
    }

    /** How much sound the next segment says it has; 0: it is the end. */
    int next() throws IOException {
        return over ? 0 : length() - SegmentCipher.TAG_OCTETS;
    }

    private int length() throws IOException {
        int octets = octets(SegmentCipher.LENGTH_OCTETS, at).getInt();
        boolean end = (octets & SegmentCipher.END_BIT) != 0;
        int length = octets & ~SegmentCipher.END_BIT;
        int sound = length - SegmentCipher.TAG_OCTETS;
        if (end ? sound != 0 : sound <= 0 || sound > SegmentCipher.MOST_OCTETS) {
            throw cipher.damaged("was altered, at segment " + number);
        }
        return length;
    }

    /** The sound of the next segment; nothing at the end, which is where the file ends too. */
    byte[] read() throws IOException {
        if (over) {
            return new byte[0];
        }
        int length = length();
        long after = at + SegmentCipher.LENGTH_OCTETS + length;
        boolean end = length == SegmentCipher.TAG_OCTETS;
        byte[] sealed = octets(length, at + SegmentCipher.LENGTH_OCTETS).array();
        byte[] sound = cipher.open(number, end, sealed);
        if (end && after != channel.size()) {
            throw cipher.damaged("was altered: something follows its end");
        }
        over = end;
        step(after);
        return sound;
    }

    /** Passes the next segment over without opening it; the end is looked at. */
    void pass() throws IOException {
        int sound = next();
        long after = at + SegmentCipher.LENGTH_OCTETS + sound + SegmentCipher.TAG_OCTETS;
        if (sound == 0) {
            read();
        } else if (after > channel.size()) {
            throw cutOff();
        } else {
            step(after);
        }
    }

    private void step(long after) {
        at = after;
        number++;
    }

    private ByteBuffer octets(int octets, long from) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(octets);
        while (read.hasRemaining()) {
            if (channel.read(read, from + read.position()) < 0) {
                throw cutOff();
            }
        }
        return read.flip();
    }

    private IOException cutOff() {
        return cipher.damaged("was cut off, in segment " + number);
    }

    /** The sound that is left, after a look at the file's end. */
    long octetsLeft() throws IOException {
        long octets = 0;
        while (!over) {
            octets += next();
            pass();
        }
        return octets;
    }

    void close() throws IOException {
        channel.close();
    }
}
