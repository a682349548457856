/** Tests of API tokens. */
@NullMarked
package org.sonnerie.pbx.tokens;

import org.jspecify.annotations.NullMarked;
