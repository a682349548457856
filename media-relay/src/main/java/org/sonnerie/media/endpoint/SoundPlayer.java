package org.sonnerie.media.endpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.player.ProgrammePlayer;
import org.sonnerie.media.player.SoundLibrary;

/**
 * A programme for one endpoint, begun in whatever codec the endpoint turns out to speak. Owned by
 * one media thread.
 */
final class SoundPlayer {
    private final SoundLibrary library;
    private final List<Sound> sounds;
    private final boolean repeat;
    private @Nullable ProgrammePlayer player;
    private @Nullable AudioCodec spoken;

    SoundPlayer(SoundLibrary library, List<Sound> sounds, boolean repeat) {
        this.library = library;
        this.sounds = sounds;
        this.repeat = repeat;
    }

    /** Steps 20 ms; null: the programme is over. */
    @Nullable ProgrammePlayer next(AudioCodec codec, long tick) {
        ProgrammePlayer present = player;
        if (present == null || codec != spoken) {
            present = new ProgrammePlayer(library, sounds, repeat, codec);
            player = present;
            spoken = codec;
        }
        return present.next(tick) ? present : null;
    }

    @Override
    public String toString() {
        return "Sounds(" + sounds.size() + (repeat ? ", repeated)" : ")");
    }
}
