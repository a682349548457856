/** The provider's pages: the companies, and what each may do. */
@NullMarked
package org.sonnerie.pbx.provider;

import org.jspecify.annotations.NullMarked;
