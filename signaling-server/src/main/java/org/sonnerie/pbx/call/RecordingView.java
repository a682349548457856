package org.sonnerie.pbx.call;

import java.util.List;

/**
 * The recording of a call, as a page shows it.
 *
 * @param state whether it runs
 * @param wishes what this person may want of it
 */
public record RecordingView(State state, List<RecordingWish> wishes) {
    /** Copies the list. */
    public RecordingView {
        wishes = List.copyOf(wishes);
    }

    /** Whether it runs. */
    public enum State {
        /** Nothing is recorded. */
        OFF,
        /** Nobody is recorded yet: somebody is asked whether he agrees. */
        ASKING,
        /** Nobody is recorded: somebody did not agree. */
        REFUSED,
        /** Everybody is recorded who was told so. */
        ON,
        /** Nobody is, for now. */
        PAUSED
    }
}
