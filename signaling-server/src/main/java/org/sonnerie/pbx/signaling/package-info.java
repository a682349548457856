/**
 * The browser phones: their WebSocket, who is reachable, and streams that survive a broken line.
 */
@NullMarked
package org.sonnerie.pbx.signaling;

import org.jspecify.annotations.NullMarked;
