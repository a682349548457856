package org.sonnerie.trunk.runtime;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.sonnerie.trunk.sip.Tokens;

/** 96 bits that nobody can guess. */
final class RandomTokens implements Tokens {
    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] bits = new byte[12];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
