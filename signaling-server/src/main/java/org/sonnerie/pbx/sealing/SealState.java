package org.sonnerie.pbx.sealing;

/**
 * How one kind of secrets is sealed.
 *
 * @param name such as {@code trunks}
 * @param file name of the file of their keys
 * @param all how many there are
 * @param done how many the newest key has sealed
 * @param lost how many no key opens, as far as was looked
 * @param older whether the file holds keys that only open
 */
public record SealState(String name, String file, long all, long done, long lost, boolean older) {}
