/** Tests of readiness checks. */
@NullMarked
package org.sonnerie.pbx.readiness;

import org.jspecify.annotations.NullMarked;
