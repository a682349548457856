/**
 * The adaptive jitter buffer: puts packets back in order and in time, as late as the network
 * demands and no later. Pure: the time is an argument.
 */
@NullMarked
package org.sonnerie.media.jitter;

import org.jspecify.annotations.NullMarked;
