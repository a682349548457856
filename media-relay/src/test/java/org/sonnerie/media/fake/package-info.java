/** Peers for tests: a carrier and a browser that send a tone, and tell what they hear. */
@NullMarked
package org.sonnerie.media.fake;

import org.jspecify.annotations.NullMarked;
