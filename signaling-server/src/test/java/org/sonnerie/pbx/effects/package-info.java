/** What each field of the plan does. */
@NullMarked
package org.sonnerie.pbx.effects;

import org.jspecify.annotations.NullMarked;
