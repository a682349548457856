/**
 * What is known of calls afterwards: one record for each that is over, and its story. Both are made
 * from the call's log and the plan it began with, by pure code.
 */
@NullMarked
package org.sonnerie.pbx.history;

import org.jspecify.annotations.NullMarked;
