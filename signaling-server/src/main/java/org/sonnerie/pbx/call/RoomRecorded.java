package org.sonnerie.pbx.call;

import java.time.Instant;

/**
 * What is said in the room somebody is in is recorded from now on, or no longer; told to each.
 *
 * @param at when
 * @param leg whose
 * @param recorded true: from now on
 */
public record RoomRecorded(Instant at, LegId leg, boolean recorded) implements CallEvent.OfRoom {}
