/**
 * The call machine: a call is a log of events, and everything else is a view of that log. Pure: no
 * I/O, clock, thread or log.
 */
@NullMarked
package org.sonnerie.pbx.call;

import org.jspecify.annotations.NullMarked;
