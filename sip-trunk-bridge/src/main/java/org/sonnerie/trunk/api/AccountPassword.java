package org.sonnerie.trunk.api;

/**
 * The password of an account, which is told only while a challenge is answered. Two are equal if
 * they are the same password: else the trunk would register anew.
 */
public interface AccountPassword {
    /**
     * Tells it; whoever asks keeps it no longer than he needs it.
     *
     * @return as the carrier gave it
     */
    String open();
}
