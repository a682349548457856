/**
 * The media engine: its thread, the 20 ms tick, sockets, commands in and events out. The only
 * package that reads the clock and starts threads.
 */
@NullMarked
package org.sonnerie.media.engine;

import org.jspecify.annotations.NullMarked;
