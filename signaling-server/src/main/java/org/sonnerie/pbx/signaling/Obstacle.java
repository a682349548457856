package org.sonnerie.pbx.signaling;

/** Why a page cannot ring. */
enum Obstacle {
    /** The browser wants a click before it plays sound. */
    SOUND_LOCKED,
    /** The microphone was refused. */
    MICROPHONE_DENIED,
    /** There is no microphone. */
    MICROPHONE_MISSING
}
