package org.sonnerie.media.player;

import java.util.Arrays;
import java.util.List;

/** The encoded frames of a sound, one after another in one array. Immutable, shared by all. */
final class EncodedSound implements Playable {
    private final byte[] octets;
    private final int[] starts;
    private final int frames;
    private final int loopStart;
    private final Ending ending;

    private EncodedSound(byte[] octets, int[] starts, int frames, int loopStart, Ending ending) {
        this.octets = octets;
        this.starts = starts;
        this.frames = frames;
        this.loopStart = loopStart;
        this.ending = ending;
    }

    static EncodedSound of(List<byte[]> encoded, int loopStart, Ending ending) {
        int[] starts = new int[encoded.size() + 1];
        for (int i = 0; i < encoded.size(); i++) {
            starts[i + 1] = starts[i] + encoded.get(i).length;
        }
        byte[] octets = new byte[starts[encoded.size()]];
        for (int i = 0; i < encoded.size(); i++) {
            System.arraycopy(encoded.get(i), 0, octets, starts[i], encoded.get(i).length);
        }
        return new EncodedSound(octets, starts, encoded.size(), loopStart, ending);
    }

    /** The same, its last frame repeated up to a length. */
    EncodedSound stretched(int wantedFrames) {
        return new EncodedSound(octets, starts, wantedFrames, 0, Ending.ENDS);
    }

    /** A frame of the same in place of what is not there yet. */
    EncodedSound waiting() {
        return new EncodedSound(octets, starts, 1, 0, Ending.WAITS);
    }

    /** The last frame alone. */
    EncodedSound last() {
        int at = starts.length - 2;
        byte[] frame = Arrays.copyOfRange(octets, starts[at], starts[at + 1]);
        return of(List.of(frame), 0, Ending.ENDS);
    }

    byte[] octets() {
        return octets;
    }

    int start(int frame) {
        return starts[stored(frame)];
    }

    int length(int frame) {
        int at = stored(frame);
        return starts[at + 1] - starts[at];
    }

    private int stored(int frame) {
        return Math.min(frame, starts.length - 2);
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public int loopStart() {
        return loopStart;
    }

    @Override
    public Ending ending() {
        return ending;
    }
}
