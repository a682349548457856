package org.sonnerie.pbx.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.SecretRole;
import org.sonnerie.pbx.plan.Room;

/**
 * Collects one PIN on one leg. What is typed stays here and is forgotten with it. Not thread safe:
 * owned by the call's thread.
 */
final class PinCollector {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 32;

    private final LegId leg;
    private final Function<String, Optional<SecretRole>> secrets;
    private final StringBuilder typed = new StringBuilder();
    private final Limit limit;
    private Instant deadline;

    /** All guesses, and the names under which these count. */
    record Limit(PinGuesses guesses, List<String> names) {}

    /**
     * Begins.
     *
     * @param leg who types
     * @param secrets which of them something typed is; empty: none
     * @param now the time
     * @param promptLength how long he is still spoken to
     * @param limit how often he may be wrong
     */
    PinCollector(
            LegId leg,
            Function<String, Optional<SecretRole>> secrets,
            Instant now,
            Duration promptLength,
            Limit limit) {
        this.leg = leg;
        this.secrets = secrets;
        this.limit = limit;
        this.deadline = now.plus(promptLength).plus(PATIENCE);
    }

    /** When no key more is waited for. */
    Instant deadline() {
        return deadline;
    }

    boolean nothingTyped() {
        return typed.isEmpty();
    }

    /**
     * Takes a key.
     *
     * @return the outcome once "#" ended the PIN
     */
    Optional<CallEvent> press(char digit, Instant now) {
        deadline = now.plus(PATIENCE);
        if (digit == '#') {
            return Optional.of(outcome(now));
        }
        if (typed.length() < LONGEST) {
            typed.append(digit);
        }
        return Optional.empty();
    }

    /** What became of it when nothing more is typed. */
    CallEvent outcome(Instant now) {
        if (!limit.guesses().mayTry(limit.names(), now)) {
            return new CallEvent.SecretBlocked(now, leg);
        }
        Optional<SecretRole> role = secrets.apply(typed.toString());
        if (role.isPresent()) {
            return new CallEvent.SecretAccepted(now, leg, role.get());
        }
        if (!typed.isEmpty()) {
            limit.guesses().wasWrong(limit.names(), now);
        }
        return new CallEvent.SecretRefused(now, leg);
    }

    /** The PINs of a room. */
    static Function<String, Optional<SecretRole>> of(Room room) {
        return typed -> {
            if (room.moderatorPin().filter(pin -> same(pin, typed)).isPresent()) {
                return Optional.of(SecretRole.MODERATOR);
            }
            return Optional.of(SecretRole.PARTICIPANT).filter(_ -> same(room.pin(), typed));
        };
    }

    private static boolean same(String pin, String typed) {
        return !pin.isEmpty()
                && MessageDigest.isEqual(
                        pin.getBytes(StandardCharsets.UTF_8),
                        typed.getBytes(StandardCharsets.UTF_8));
    }
}
