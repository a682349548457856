package org.sonnerie.pbx.recording;

import java.time.Duration;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;

/**
 * A recording.
 *
 * @param facts what was known when it began
 * @param length how long it is; zero while it runs
 * @param state how far it came
 */
public record KeptRecording(NewRecording facts, Duration length, State state) {
    /** How far it came. */
    public enum State {
        /** It is being written. */
        RUNNING,
        /** It is complete. */
        WHOLE,
        /** The server was stopped or the disk was full: what was said last is missing. */
        CUT_SHORT
    }

    /**
     * Whether it can be heard.
     *
     * @return true: it is not being written any more
     */
    public boolean over() {
        return state != State.RUNNING;
    }
}
