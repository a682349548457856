package org.sonnerie.pbx.history;

/**
 * A call is over and its record is kept. Told at least once, also after a crash in between.
 *
 * @param record of the call
 */
public record CallRecorded(CallRecord record) {}
