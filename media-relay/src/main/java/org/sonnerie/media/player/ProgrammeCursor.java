package org.sonnerie.media.player;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.Sound;

/**
 * Walks through the sounds of a programme frame by frame, without a gap between them unless it must
 * wait for one. Owned by one thread.
 *
 * @param <T> in which form the sounds are wanted
 */
final class ProgrammeCursor<T extends Playable> {
    private final List<Sound> sounds;
    private final boolean repeat;
    private final Function<Sound, T> library;
    private @Nullable T current;
    private int nextSound;
    private int nextFrame;
    private int frame;

    ProgrammeCursor(List<Sound> sounds, boolean repeat, Function<Sound, T> library) {
        this.sounds = sounds;
        this.repeat = repeat;
        this.library = library;
    }

    /**
     * Goes to the next frame.
     *
     * @param tick the number of this 20 ms, the same for all listeners
     * @return what the frame belongs to, or null after the last one
     */
    @Nullable T next(long tick) {
        // Once around is enough: if no sound has a frame, the programme is over.
        for (int tried = 0; tried <= sounds.size(); tried++) {
            T playable = current;
            if (playable != null && (nextFrame < playable.frames() || loops(playable))) {
                frame = frameOf(playable, tick);
                nextFrame = frame + 1;
                return playable;
            }
            if (!advance()) {
                return null;
            }
        }
        return null;
    }

    private static boolean loops(Playable playable) {
        return switch (playable.ending()) {
            case ENDS, WAITS -> false;
            case LOOPS, LOOPS_FOR_ALL -> playable.frames() > 0;
        };
    }

    private int frameOf(T playable, long tick) {
        return switch (playable.ending()) {
            case ENDS, WAITS -> nextFrame;
            case LOOPS -> nextFrame < playable.frames() ? nextFrame : playable.loopStart();
            case LOOPS_FOR_ALL ->
                    playable.loopStart()
                            + (int)
                                    Math.floorMod(
                                            tick, (long) playable.frames() - playable.loopStart());
        };
    }

    private boolean advance() {
        if (nextSound == sounds.size() && repeat) {
            nextSound = 0;
        }
        if (nextSound == sounds.size()) {
            current = null;
            return false;
        }
        T found = library.apply(sounds.get(nextSound));
        nextSound += found.ending() == Playable.Ending.WAITS ? 0 : 1;
        current = found;
        nextFrame = 0;
        return true;
    }

    /** The frame {@link #next} went to. */
    int frame() {
        return frame;
    }
}
