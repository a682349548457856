package org.sonnerie.pbx.call;

/**
 * Name and number of somebody or something, as shown.
 *
 * @param name may be empty
 * @param number extension or outside number; may be empty: withheld
 */
public record Named(String name, String number) {}
