/**
 * The whole SIP side without threads, sockets and clock: transactions, legs, registrations and
 * health checks put together. What comes in and the time are arguments, what is to be done is
 * drained: two of them can be joined in memory by a bad network.
 */
@NullMarked
package org.sonnerie.trunk.agent;

import org.jspecify.annotations.NullMarked;
