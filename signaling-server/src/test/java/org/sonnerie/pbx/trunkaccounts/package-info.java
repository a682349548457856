@NullMarked
package org.sonnerie.pbx.trunkaccounts;

import org.jspecify.annotations.NullMarked;
