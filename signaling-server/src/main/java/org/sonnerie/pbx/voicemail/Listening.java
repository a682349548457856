package org.sonnerie.pbx.voicemail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.call.MessageId;

/** Which messages somebody may be listening to. Thread safe. */
final class Listening {
    /** Longer than anybody listens to a message, with pauses. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<MessageId, Instant> begun = new ConcurrentHashMap<>();

    Listening(InstantSource clock) {
        this.clock = clock;
    }

    /** Its sound is fetched. */
    void begins(MessageId message) {
        Instant now = clock.instant();
        begun.values().removeIf(since -> isOver(since, now));
        begun.put(message, now);
    }

    boolean isHeard(MessageId message, Instant now) {
        Instant since = begun.get(message);
        return since != null && !isOver(since, now);
    }

    private static boolean isOver(Instant since, Instant now) {
        return since.plus(LONGEST).isBefore(now);
    }
}
