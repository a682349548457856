package org.sonnerie.media.api;

import java.time.Duration;

/** Makes what somebody recorded elsewhere into a sound that {@link Sound.Recorded} plays. */
public interface SoundImporter {
    /** The longest sound that is taken. */
    Duration LONGEST = Duration.ofMinutes(10);

    /**
     * Imports a WAV, AIFF or AU file (PCM or G.711, any rate, up to eight channels): mono, as loud
     * as the built-in prompts. Takes about a second of processor time for each minute of sound:
     * never on a thread that calls wait for. Thread safe.
     *
     * @param file its octets
     * @return the sound
     * @throws ImportRefusedException if it is no sound, or one that cannot be used
     */
    ImportedSound read(byte[] file) throws ImportRefusedException;

    /**
     * As {@link #read}, of a sound that may be as short as a digit: a tenth of a second.
     *
     * @param file its octets
     * @return the sound
     * @throws ImportRefusedException if it is no sound, or one that cannot be used
     */
    ImportedSound readWord(byte[] file) throws ImportRefusedException;
}
