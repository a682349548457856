/** The spending belt: what calls to outside cost a company, and how much it may spend in a day. */
@NullMarked
package org.sonnerie.pbx.spending;

import org.jspecify.annotations.NullMarked;
