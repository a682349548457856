package org.sonnerie.pbx.rest;

/**
 * What was published.
 *
 * @param version the number of the version that is in force now
 */
record VersionAnswer(long version) {}
