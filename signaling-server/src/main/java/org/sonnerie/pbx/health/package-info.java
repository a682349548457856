/** How the system is: what an administrator or provider should know before calls suffer. */
@NullMarked
package org.sonnerie.pbx.health;

import org.jspecify.annotations.NullMarked;
