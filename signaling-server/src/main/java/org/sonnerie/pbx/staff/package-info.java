/** What an administrator does with people's accounts and phones at once, by page or program. */
@NullMarked
package org.sonnerie.pbx.staff;

import org.jspecify.annotations.NullMarked;
