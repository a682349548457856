/**
 * What the rest of Sonnerie sees of the media relay: commands in, events out, all of them records
 * that a remote link can carry. SDP crosses as text. Depends on nothing.
 */
@NullMarked
package org.sonnerie.media.api;

import org.jspecify.annotations.NullMarked;
