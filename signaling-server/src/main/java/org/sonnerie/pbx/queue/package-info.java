/**
 * The queues of a company as a whole: whose turn it is, and which agent is rung for whom. Pure: no
 * I/O, clock, thread or log.
 */
@NullMarked
package org.sonnerie.pbx.queue;

import org.jspecify.annotations.NullMarked;
