package org.sonnerie.media.api;

import java.io.IOException;
import java.io.Serial;

/** A sealed file was changed, cut off, put in another's place, or its key is not here. */
public final class DamagedSoundException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    /**
     * Tells what is wrong.
     *
     * @param message with the place of the file
     */
    public DamagedSoundException(String message) {
        super(message);
    }
}
