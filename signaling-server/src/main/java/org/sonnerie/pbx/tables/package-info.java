/**
 * The tables as a part of the house may see them: those of one company, or, for a piece of the
 * provider's work that is named, across all.
 */
@NullMarked
package org.sonnerie.pbx.tables;

import org.jspecify.annotations.NullMarked;
