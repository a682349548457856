package org.sonnerie.media.api;

import java.util.Map;
import java.util.Set;

/** The media relay as its user sees it: all sound of all calls. Thread safe. */
public interface MediaRelay extends AutoCloseable {
    /**
     * Hands a command over; returns at once. Commands for one endpoint are carried out in the order
     * given.
     *
     * @param command what to do
     */
    void submit(MediaCommand command);

    /**
     * What was counted since the start, for metrics and tests: packets, drops by cause, encodings,
     * late ticks.
     *
     * @return a snapshot, names in snake_case, never decreasing but for those ending in {@code
     *     _now}
     */
    Map<String, Long> counters();

    /**
     * Which prompts can be played.
     *
     * @param language such as {@code en}
     * @return names, also of those that are played in the default language instead
     */
    Set<String> prompts(String language);

    /**
     * The languages in which prompts were spoken.
     *
     * @return such as {@code en}; in any other language prompts are played in the default one
     */
    Set<String> languages();

    /** Ends all endpoints and frees the ports. */
    @Override
    void close();
}
