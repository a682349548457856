/**
 * The passwords of trunks that register. Plans name the account; what proves it is kept here,
 * sealed with a key that is not in the database.
 */
@NullMarked
package org.sonnerie.pbx.trunkaccounts;

import org.jspecify.annotations.NullMarked;
