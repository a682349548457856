/**
 * Prompts, hold music and call progress tones, kept encoded, so that playing them costs no codec
 * work; and the programmes that string them together, 20 ms at a time.
 */
@NullMarked
package org.sonnerie.media.player;

import org.jspecify.annotations.NullMarked;
