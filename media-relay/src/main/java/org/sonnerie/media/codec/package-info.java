/**
 * Audio codecs: Opus by libjitsi's native library (nothing else here or elsewhere touches it) and
 * G.711 by tables. A coder belongs to one thread and one stream, and is closed by its owner.
 */
@NullMarked
package org.sonnerie.media.codec;

import org.jspecify.annotations.NullMarked;
