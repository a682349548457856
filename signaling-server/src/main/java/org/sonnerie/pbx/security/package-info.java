/** Log-in, roles, and what every answer to a browser carries for its safety. */
@NullMarked
package org.sonnerie.pbx.security;

import org.jspecify.annotations.NullMarked;
