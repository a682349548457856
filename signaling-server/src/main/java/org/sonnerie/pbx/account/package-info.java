/** The page on which everybody looks after his own log-in, and the way back for a lost password. */
@NullMarked
package org.sonnerie.pbx.account;

import org.jspecify.annotations.NullMarked;
