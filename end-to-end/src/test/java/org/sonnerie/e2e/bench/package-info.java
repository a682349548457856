/** What {@code ./pbx bench} measures: the whole product from outside, on this machine. */
@NullMarked
package org.sonnerie.e2e.bench;

import org.jspecify.annotations.NullMarked;
