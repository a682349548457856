/** Which paths can reach a person: found in the published plan by pure code, told in sentences. */
@NullMarked
package org.sonnerie.pbx.ways;

import org.jspecify.annotations.NullMarked;
