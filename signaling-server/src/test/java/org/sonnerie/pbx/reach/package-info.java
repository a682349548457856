/** Tests of people's own rules. */
@NullMarked
package org.sonnerie.pbx.reach;

import org.jspecify.annotations.NullMarked;
