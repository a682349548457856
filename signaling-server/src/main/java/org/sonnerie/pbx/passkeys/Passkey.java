package org.sonnerie.pbx.passkeys;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey as its owner knows it.
 *
 * @param id names it: base64url
 * @param label as its owner calls it
 * @param made when it was registered
 * @param used when somebody last signed in with it; empty: never
 */
public record Passkey(String id, String label, Instant made, Optional<Instant> used) {
    /** The longest name of one. */
    public static final int LONGEST_LABEL = 100;
}
