package org.sonnerie.media.player;

/** Something made of frames of 20 ms that is played from its first frame on. */
interface Playable {
    /** How many frames there are. */
    int frames();

    /** What happens after the last frame. */
    Ending ending();

    /** The frame that follows the last one of an endless piece. */
    int loopStart();

    /** How a piece goes on after its last frame. */
    enum Ending {
        /** It is over. */
        ENDS,
        /** It begins again for each listener on his own. */
        LOOPS,
        /** It loops, and all who hear it hear the same moment of it. */
        LOOPS_FOR_ALL,
        /** It only stands in for a sound that is not there yet, which is asked for again. */
        WAITS
    }
}
