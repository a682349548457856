@NullMarked
package org.sonnerie.pbx.guests;

import org.jspecify.annotations.NullMarked;
