/**
 * How a call sounded: the facts of each second, and what they say. Pure: what is bad, from when to
 * when, and on whose side.
 */
@NullMarked
package org.sonnerie.pbx.quality;

import org.jspecify.annotations.NullMarked;
