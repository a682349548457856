/** The keys of sound files, one for each company, and the sealing of what stands in clear. */
@NullMarked
package org.sonnerie.pbx.sounds;

import org.jspecify.annotations.NullMarked;
