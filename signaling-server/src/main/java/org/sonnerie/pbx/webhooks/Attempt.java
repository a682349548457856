package org.sonnerie.pbx.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * A try to deliver an event.
 *
 * @param event its id
 * @param type such as {@code call.ringing}, or {@code webhook.test}
 * @param at when
 * @param answer what came of it
 * @param took how long that took
 */
public record Attempt(String event, String type, Instant at, Answer answer, Duration took) {
    /** What became of a try. */
    public enum Outcome {
        /** It answered 2xx. */
        DELIVERED,
        /** It answered something else; redirects are not followed. */
        REFUSED,
        /** Its name means no address. */
        NO_ADDRESS,
        /** Its name means an address that may not be spoken to. */
        NOT_PUBLIC,
        /** It cannot be connected to. */
        NO_CONNECTION,
        /** Its certificate is not good, or it speaks no TLS. */
        NOT_SECURE,
        /** It took too long. */
        TIMED_OUT,
        /** What it answered is no HTTP. */
        NO_HTTP
    }

    /**
     * What came of it.
     *
     * @param outcome in a word
     * @param status of HTTP; empty: none came
     * @param text how the content of the answer began; it is not kept
     */
    public record Answer(Outcome outcome, OptionalInt status, String text) {
        static Answer of(Outcome outcome) {
            return new Answer(outcome, OptionalInt.empty(), "");
        }
    }
}
