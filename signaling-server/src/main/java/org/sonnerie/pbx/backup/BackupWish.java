package org.sonnerie.pbx.backup;

/**
 * How backups are made.
 *
 * @param nightly whether one is made each night
 * @param kept how many are kept then
 * @param sealed whether there is a passphrase, so that keys are in them
 */
public record BackupWish(boolean nightly, int kept, boolean sealed) {
    /** The fewest characters of a passphrase. */
    public static final int SHORTEST = Passphrase.SHORTEST;

    /** The most that can be kept. */
    public static final int MOST = BackupSettings.MOST;
}
