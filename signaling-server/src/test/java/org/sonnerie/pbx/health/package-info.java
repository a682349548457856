/** Tests of how the system is. */
@NullMarked
package org.sonnerie.pbx.health;

import org.jspecify.annotations.NullMarked;
