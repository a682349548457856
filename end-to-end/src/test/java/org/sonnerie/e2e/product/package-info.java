/** The product as its own process, and what stands between it and its users. */
@NullMarked
package org.sonnerie.e2e.product;

import org.jspecify.annotations.NullMarked;
