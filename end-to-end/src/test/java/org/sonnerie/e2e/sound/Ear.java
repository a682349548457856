package org.sonnerie.e2e.sound;

import java.time.Duration;

/** One place where sound of the product comes out: a page, a carrier, a file being recorded. */
public interface Ear {
    /**
     * Whose ear it is.
     *
     * @return a name for reports
     */
    String name();

    /**
     * All it heard.
     *
     * @return growing
     */
    Recording recording();

    /**
     * Takes in what came meanwhile, waiting for more if nothing did.
     *
     * @param atMost not longer than that
     */
    void listen(Duration atMost);
}
