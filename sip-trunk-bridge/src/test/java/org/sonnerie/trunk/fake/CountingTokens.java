package org.sonnerie.trunk.fake;

import org.sonnerie.trunk.sip.Tokens;

/** Names that tell who gave them, the same in every run. */
public final class CountingTokens implements Tokens {
    private final String prefix;
    private int count;

    /** Begins with one. */
    public CountingTokens(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public String next() {
        count++;
        return prefix + count;
    }
}
