package org.sonnerie.trunk.sip;

/** Where random names come from: branches, tags, Call-IDs, nonces. */
@FunctionalInterface
public interface Tokens {
    /**
     * A name never given before that nobody can guess.
     *
     * @return letters and digits, at least 64 bits of chance
     */
    String next();
}
