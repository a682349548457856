package org.sonnerie.pbx.trunks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;
import org.sonnerie.trunk.api.AccountPassword;

/**
 * A trunk's password as long as the trunk may have to prove it: sealed by a key that ends with the
 * process, so that it stands in no picture of the memory. Thread safe.
 */
final class HeldPassword implements AccountPassword {
    private static final int KEY_OCTETS = 32;
    private static final String PLACE = "memory";
    private static final Seal SEAL = new Seal(KeyRing.ofOne(random()));

    private final String sealed;

    HeldPassword(TrunkSecret secret) {
        sealed = SEAL.close(secret.text(), PLACE);
    }

    private static byte[] random() {
        byte[] key = new byte[KEY_OCTETS];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Override
    public String open() {
        return SEAL.open(sealed, PLACE).orElseThrow();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HeldPassword one
                && MessageDigest.isEqual(octets(open()), octets(one.open()));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same for all: it would tell something of the password. */
    @Override
    public int hashCode() {
        return HeldPassword.class.hashCode();
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "HeldPassword";
    }
}
