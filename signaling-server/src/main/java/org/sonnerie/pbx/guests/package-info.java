/** Guest links: somebody without an account comes to one conference room, for some time. */
@NullMarked
package org.sonnerie.pbx.guests;

import org.jspecify.annotations.NullMarked;
