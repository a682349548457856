/** Those who do not keep to the rules. */
@NullMarked
package org.sonnerie.e2e.attack;

import org.jspecify.annotations.NullMarked;
