/**
 * Sealed sound files: segments of AES-256-GCM that are appended as the sound arrives and opened one
 * by one, so that a file can be played from anywhere and nothing of it can be changed, left out or
 * put elsewhere.
 */
@NullMarked
package org.sonnerie.media.sealing;

import org.jspecify.annotations.NullMarked;
