package org.sonnerie.media.player;

import java.util.List;
import org.sonnerie.media.api.Sound;

/** Plays a programme as samples, to be mixed into a room. Owned by one thread. */
public final class RoomPlayer {
    private final ProgrammeCursor<PcmSound> cursor;

    /**
     * A player at the beginning of its programme.
     *
     * @param library where the sounds are
     * @param sounds in order; those the library does not have are left out
     * @param sampleRateHz of the mix: 8000 or 16000
     */
    public RoomPlayer(SoundLibrary library, List<Sound> sounds, int sampleRateHz) {
        this.cursor =
                new ProgrammeCursor<>(
                        List.copyOf(sounds), false, library.pcm(sounds, sampleRateHz));
    }

    /**
     * Goes to the next 20 ms.
     *
     * @param tick the number of this 20 ms
     * @param pcm written into, {@code sampleRateHz / 50} samples
     * @return false: the programme is over and nothing was written
     */
    public boolean next(long tick, short[] pcm) {
        PcmSound sound = cursor.next(tick);
        if (sound == null) {
            return false;
        }
        sound.copy(cursor.frame(), pcm);
        return true;
    }
}
