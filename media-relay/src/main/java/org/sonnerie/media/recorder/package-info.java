/**
 * Recordings: frames of a voice in, from the tick; an Ogg Opus file out, written on a thread that
 * may block and forced to the disk once a second, so that whatever happens less than two seconds
 * are lost.
 */
@NullMarked
package org.sonnerie.media.recorder;

import org.jspecify.annotations.NullMarked;
