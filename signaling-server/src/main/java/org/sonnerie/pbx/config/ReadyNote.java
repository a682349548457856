package org.sonnerie.pbx.config;

import java.util.Optional;

/** A feature that has something to say in the ready line. */
public interface ReadyNote {
    /**
     * What is said, asked once, when everything listens.
     *
     * @param address where a browser on this machine finds the application, such as {@code
     *     http://localhost:8080}
     * @return one line; empty: nothing
     */
    Optional<String> line(String address);
}
