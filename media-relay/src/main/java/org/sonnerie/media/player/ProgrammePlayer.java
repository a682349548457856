package org.sonnerie.media.player;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.Sound;

/**
 * Plays a programme to one endpoint as encoded frames; nothing is copied or encoded. Owned by one
 * thread.
 */
public final class ProgrammePlayer {
    private final ProgrammeCursor<EncodedSound> cursor;
    private @Nullable EncodedSound shown;

    /**
     * A player at the beginning of its programme.
     *
     * @param library where the sounds are
     * @param sounds in order; those the library does not have are left out
     * @param repeat from the first again after the last
     * @param codec of the endpoint
     */
    public ProgrammePlayer(
            SoundLibrary library, List<Sound> sounds, boolean repeat, AudioCodec codec) {
        this.cursor =
                new ProgrammeCursor<>(
                        List.copyOf(sounds), repeat, library.encoded(sounds, repeat, codec));
    }

    /**
     * Goes to the next 20 ms.
     *
     * @param tick the number of this 20 ms, the same for all players: music keeps time by it
     * @return false: the programme is over
     */
    public boolean next(long tick) {
        shown = cursor.next(tick);
        return shown != null;
    }

    /**
     * The array that holds the frame {@link #next} went to.
     *
     * @return shared by all players; to be read only
     * @throws IllegalStateException if the programme is over or has not begun
     */
    public byte[] payload() {
        return shown().octets();
    }

    /**
     * Where the frame begins in {@link #payload()}.
     *
     * @return an index
     */
    public int payloadOffset() {
        return shown().start(cursor.frame());
    }

    /**
     * The frame's size.
     *
     * @return octets
     */
    public int payloadLength() {
        return shown().length(cursor.frame());
    }

    private EncodedSound shown() {
        EncodedSound sound = shown;
        if (sound == null) {
            throw new IllegalStateException("nothing is being played");
        }
        return sound;
    }
}
