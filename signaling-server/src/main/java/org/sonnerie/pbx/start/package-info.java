/** Which companies are being set up, and what of that they skip. */
@NullMarked
package org.sonnerie.pbx.start;

import org.jspecify.annotations.NullMarked;
