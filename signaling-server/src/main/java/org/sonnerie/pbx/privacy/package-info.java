/** How long what is kept of people stays, and how what is kept of a number is erased. */
@NullMarked
package org.sonnerie.pbx.privacy;

import org.jspecify.annotations.NullMarked;
