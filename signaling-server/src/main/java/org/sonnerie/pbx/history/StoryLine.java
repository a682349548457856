package org.sonnerie.pbx.history;

import java.time.Instant;

/**
 * One thing that happened in a call.
 *
 * @param at when
 * @param sentence what, and why
 */
public record StoryLine(Instant at, Sentence sentence) {}
