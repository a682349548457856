package org.sonnerie.pbx.tokens;

import java.time.Duration;
import java.util.Set;

/**
 * A token that somebody wants.
 *
 * @param name what it is for, 1 to 100 characters
 * @param scopes what it may do, at least one
 * @param days for how long, 1 to 365
 */
public record TokenWish(String name, Set<Scope> scopes, int days) {
    /** The longest life of a token. */
    public static final int MOST_DAYS = 365;

    private static final int LONGEST_NAME = 100;

    /** Strips the name and copies the set. */
    public TokenWish {
        name = name.strip();
        scopes = Set.copyOf(scopes);
    }

    /** Refuses what cannot be. */
    void check() {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new TokenRefusedException(TokenRefusedException.Why.BAD_NAME);
        }
        if (scopes.isEmpty()) {
            throw new TokenRefusedException(TokenRefusedException.Why.NO_SCOPE);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new TokenRefusedException(TokenRefusedException.Why.BAD_DAYS);
        }
    }

    Duration life() {
        return Duration.ofDays(days);
    }
}
