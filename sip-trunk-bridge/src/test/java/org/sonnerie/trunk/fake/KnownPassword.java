package org.sonnerie.trunk.fake;

import org.sonnerie.trunk.api.AccountPassword;

/** A password that a test may know. */
public record KnownPassword(String text) implements AccountPassword {
    @Override
    public String open() {
        return text;
    }
}
