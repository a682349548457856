/** Tokens with which programs use the REST interface, what they may do, and how they are let in. */
@NullMarked
package org.sonnerie.pbx.tokens;

import org.jspecify.annotations.NullMarked;
