/**
 * The conference room: who is in, who waits, who is heard, and who may change that. One room is
 * shared by many calls, each with a machine and a log of its own; this decides, and tells each call
 * what concerns it. Pure: no I/O, clock, thread or log.
 */
@NullMarked
package org.sonnerie.pbx.room;

import org.jspecify.annotations.NullMarked;
