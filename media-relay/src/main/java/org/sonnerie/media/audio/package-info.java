/**
 * Sound as numbers: 20 ms frames of 16-bit mono PCM, their level, resampling between 8 and 16 kHz,
 * and who is talking. Pure: no clock, no thread, nothing allocated per frame.
 */
@NullMarked
package org.sonnerie.media.audio;

import org.jspecify.annotations.NullMarked;
