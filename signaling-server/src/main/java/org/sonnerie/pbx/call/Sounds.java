package org.sonnerie.pbx.call;

/**
 * What a call remembers of sounds.
 *
 * @param plays how many programmes have been named
 * @param recording what is recorded
 */
record Sounds(int plays, RecordingState recording) {}
